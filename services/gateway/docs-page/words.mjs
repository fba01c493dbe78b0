const WORDS = {
  search: [
    '查找：借书、罚赔、checkouts、reader.at-limit……',
    'Search: check out, checkouts, reader.at-limit …',
  ],
  other: ['English', '中文'],
  signIn: ['登录', 'Sign in'],
  signOut: ['退出', 'Sign out'],
  username: ['账号', 'User name'],
  password: ['密码', 'Password'],
  title: ['接口文档', 'API'],
  about: [
    '这一页由本县自己的服务给出，不需要互联网。登录以后，每个接口都可以就地试用：写操作是真的。',
    'This page comes from the county’s own service and needs no internet. Sign in, and every operation can be tried on the spot; what writes, writes.',
  ],
  nothing: ['没有找到。', 'Nothing was found.'],
  found: ['项', 'found'],
  who: ['谁可以', 'Who may'],
  everybody: ['不用登录', 'no sign-in needed'],
  parameters: ['参数', 'Parameters'],
  request: ['请求', 'Request'],
  answer: ['应答', 'Answer'],
  example: ['示例', 'Example'],
  problems: ['会遇到的问题', 'Problems'],
  reasons: ['不借的理由', 'Reasons of a refusal'],
  name: ['名称', 'Name'],
  place: ['位置', 'In'],
  type: ['类型', 'Type'],
  says: ['说明', 'Meaning'],
  code: ['代码', 'Code'],
  usedBy: ['用到它的地方', 'Used by'],
  schema: ['数据结构', 'Schema'],
  tryOut: ['试一试', 'Try it'],
  send: ['发送', 'Send'],
  stop: ['停止', 'Stop'],
  copy: ['复制 curl', 'Copy as curl'],
  copied: ['已复制', 'Copied'],
  signInFirst: [
    '先在右上角登录，请求会带上您的令牌。',
    'Sign in at the top first; requests then carry your token.',
  ],
  body: ['请求体', 'Body'],
  badJson: ['不是正确的 JSON', 'This is no JSON'],
  unreached: ['服务没有应答', 'The service did not answer'],
  download: ['保存文件', 'Save the file'],
  away: ['接口文档暂时读不到', 'The document cannot be read now'],
};

let language = localStorage.getItem('language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');

export const languageNow = () => language;

export const switchLanguage = () => {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('language', language);
};

/** A word of this page in the reader's language. */
export const word = (name) => WORDS[name][language === 'zh' ? 0 : 1];

/** One of the two texts that the county says of a thing. */
export const said = (texts, otherwise = '') => texts?.[language] ?? otherwise;
