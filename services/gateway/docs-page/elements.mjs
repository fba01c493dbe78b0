/** An element with its properties and children; texts are never read as HTML. */
export const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
};

export const code = (text) => element('code', { textContent: text });

/** A table that scrolls by itself where the screen is narrower. */
export const table = (heads, rows) =>
  element(
    'div',
    { className: 'table' },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { textContent: head })))),
      element(
        'tbody',
        {},
        ...rows.map((cells) => element('tr', {}, ...cells.map((cell) => element('td', {}, cell ?? '')))),
      ),
    ),
  );

export const json = (value) => element('pre', { textContent: JSON.stringify(value, null, 2) });
