// In which language the person at the terminal is spoken to: Chinese, unless the locale names another one.

/**
 * @param {NodeJS.ProcessEnv} environment the first of LC_ALL, LC_MESSAGES and LANG that says anything counts
 * @returns {'zh' | 'en'} English for every other language: it is the other one we speak
 */
export const languageOf = ({ LC_ALL, LC_MESSAGES, LANG }) => {
  // "C" and "POSIX" name no language, as a missing locale does.
  const [locale = ''] = (LC_ALL || LC_MESSAGES || LANG || '').split(/[.@]/);
  return /^(C|POSIX|zh\b.*|zh_.*|)$/.test(locale) ? 'zh' : 'en';
};

export const language = languageOf(process.env);

/** Both are written where they are said, so that neither is forgotten when the other changes. */
export const words = (zh, en) => (language === 'zh' ? zh : en);
