import { createHash } from 'node:crypto';

const style = `
:root{color-scheme:light dark;--line:#8884;--soft:#8882}
body{font:16px/1.6 system-ui,"Noto Sans SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{margin-bottom:0}h2{border-bottom:1px solid var(--line);margin-top:2.5rem;text-transform:none}
details{border:1px solid var(--line);border-radius:6px;margin:.5rem 0;padding:.4rem .8rem}
summary{cursor:pointer;overflow-wrap:anywhere}
b.method{display:inline-block;min-width:4.2rem;font-family:ui-monospace,monospace}
code,pre{font-family:ui-monospace,monospace;font-size:.875rem}
pre{background:var(--soft);padding:.6rem;border-radius:6px;overflow:auto}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}
input{font:inherit;width:100%;padding:.4rem;box-sizing:border-box;margin:1rem 0}
.about{opacity:.75}`;

const script = `
const $=(tag,props={},...children)=>{const e=Object.assign(document.createElement(tag),props);e.append(...children);return e};
const refName=s=>s&&s.$ref?s.$ref.split('/').pop():null;
const typeOf=s=>{if(!s)return'';if(s.$ref)return refName(s);if(s.type==='array')return typeOf(s.items)+'[]';
 if(s.enum)return s.enum.map(v=>JSON.stringify(v)).join(' | ');
 for(const k of['oneOf','anyOf','allOf'])if(s[k])return s[k].map(typeOf).join(k==='allOf'?' & ':' | ');
 return[].concat(s.type||'').join(' | ')+(s.format?' ('+s.format+')':'')};
const table=(heads,rows)=>$('table',{},$('tr',{},...heads.map(h=>$('th',{textContent:h}))),
 ...rows.map(r=>$('tr',{},...r.map((c,i)=>$('td',{},i===0?$('code',{textContent:c}):c)))));
const fields=(doc,schema)=>{const s=refName(schema)?doc.components.schemas[refName(schema)]:schema;
 if(!s||!s.properties)return $('p',{},$('code',{textContent:typeOf(schema)}));
 const need=new Set(s.required||[]);
 return table(['字段 field','类型 type',''],Object.entries(s.properties).map(([n,p])=>[n+(need.has(n)?' *':''),typeOf(p),p.description||'']))};
const contentOf=c=>c&&Object.entries(c)[0];
const operation=(doc,path,method,op)=>{const d=$('details',{},$('summary',{},$('b',{className:'method',textContent:method.toUpperCase()}),
  $('code',{textContent:path}),$('span',{className:'about',textContent:' '+(op.summary||'')})));
 d.dataset.words=(path+' '+method+' '+(op.summary||'')+' '+(op.operationId||'')).toLowerCase();
 d.addEventListener('toggle',()=>{if(d.childElementCount>1)return;
  d.append($('p',{},$('code',{textContent:op.operationId||''})));
  if(op.parameters&&op.parameters.length)d.append($('h4',{textContent:'参数 parameters'}),table(['名称 name','位置 in','类型 type',''],op.parameters.map(p=>[p.name+(p.required?' *':''),p.in,typeOf(p.schema),p.description||''])));
  const body=contentOf(op.requestBody&&op.requestBody.content);
  if(body)d.append($('h4',{textContent:'请求 request · '+body[0]}),fields(doc,body[1].schema||{}));
  for(const[status,r]of Object.entries(op.responses||{})){d.append($('h4',{textContent:'应答 answer '+status+(r.description?' · '+r.description:'')}));
   const c=contentOf(r.content);if(c&&c[1].schema)d.append(fields(doc,c[1].schema))}
  if(op['x-access'])d.append($('h4',{textContent:'谁可以 who may'}),$('pre',{textContent:JSON.stringify(op['x-access'],null,1)}));
 });return d};
fetch('/openapi.json').then(r=>r.json()).then(doc=>{
 const groups=new Map();
 for(const[path,item]of Object.entries(doc.paths))for(const[method,op]of Object.entries(item)){
  const tag=(op.tags||['api'])[0];if(!groups.has(tag))groups.set(tag,[]);groups.get(tag).push(operation(doc,path,method,op))}
 const main=document.querySelector('main');main.textContent='';
 for(const[tag,items]of groups)main.append($('section',{},$('h2',{textContent:tag}),...items));
 document.querySelector('input').addEventListener('input',e=>{const q=e.target.value.toLowerCase();
  for(const d of main.querySelectorAll('details'))d.hidden=!d.dataset.words.includes(q);
  for(const s of main.querySelectorAll('section'))s.hidden=!s.querySelector('details:not([hidden])')});
}).catch(()=>{document.querySelector('main').textContent='openapi.json?'});`;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What the page may do: read the document, and nothing from anywhere else. */
export const docsPagePolicy = `default-src 'none'; connect-src 'self'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A page to read the OpenAPI document with; no library, no foreign address, so that it works in a school without internet. */
export const docsPage = `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>书联 Shulian API</title><style>${style}</style>
<h1>书联 Shulian API</h1>
<p class="about"><a href="/openapi.json">openapi.json</a> · <a href="/asyncapi.json">asyncapi.json</a></p>
<input type="search" placeholder="查找 search" aria-label="查找 search">
<main>…</main><script>${script}</script></html>
`;
