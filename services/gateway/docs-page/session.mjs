import { element } from './elements.mjs';
import { languageNow, word } from './words.mjs';

/** Kept in memory only: whoever closes or reloads the page is signed out. */
let session = null;

export const tokenNow = () => session?.token ?? null;

const ask = (method, path, body) =>
  fetch(path, {
    method,
    headers: {
      'accept-language': languageNow(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(session === null ? {} : { authorization: `Bearer ${session.token}` }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

/** The corner of the page where one signs in. */
export const showSession = (corner) => {
  corner.replaceChildren(
    element('summary', { textContent: session === null ? word('signIn') : session.name }),
    form(corner),
  );
};

const form = (corner) => {
  const told = element('p', { className: 'status bad' });
  if (session !== null) {
    const out = element('button', { type: 'submit', textContent: word('signOut') });
    const leaving = element('form', {}, out);
    leaving.addEventListener('submit', (event) => {
      event.preventDefault();
      void ask('DELETE', '/api/v1/sessions/current').catch(() => null);
      session = null;
      corner.open = false;
      showSession(corner);
    });
    return leaving;
  }
  const username = element('input', {
    name: 'username',
    autocomplete: 'username',
    required: true,
    placeholder: word('username'),
  });
  const password = element('input', {
    name: 'password',
    type: 'password',
    autocomplete: 'current-password',
    required: true,
    placeholder: word('password'),
  });
  const entering = element(
    'form',
    {},
    username,
    password,
    element('button', { type: 'submit', className: 'primary', textContent: word('signIn') }),
    told,
  );
  entering.addEventListener('submit', (event) => {
    event.preventDefault();
    ask('POST', '/api/v1/sessions', { username: username.value, password: password.value })
      .then(async (response) => {
        const answer = await response.json();
        if (!response.ok) {
          told.textContent = answer.title;
          return;
        }
        session = { token: answer.accessToken, name: username.value };
        corner.open = false;
        showSession(corner);
      })
      .catch(() => (told.textContent = word('unreached')));
  });
  return entering;
};
