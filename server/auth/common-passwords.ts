/** Stems of the passwords of ten and more characters that every guessing list begins with. */
const STEMS = [
  'password',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'qwerty',
  'asdfgh',
  'zxcvbn',
  'letmein',
  'welcome',
  'iloveyou',
  'woaini',
  'admin',
  'administrator',
  'changeme',
  'football',
  'baseball',
  'superman',
  'princess',
  'sunshine',
  'dragon',
  'monkey',
  'michael',
  'jennifer',
  'computer',
  'internet',
  'master',
  'vermilion',
  'zhupi',
  'mima',
  'test',
  'guest',
  'user',
  'root',
  'login',
  'abc',
  'aa',
  'qq',
  'a',
  '',
];
const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm'];

/** True for a common stem with nothing but digits and signs around it, for runs of the keyboard and for a few characters repeated. */
export function isCommonPassword(folded: string): boolean {
  if (new Set(folded).size < 5) return true;
  if (RUNS.some((run) => run.includes(folded) || [...run].toReversed().join('').includes(folded))) return true;
  const core = folded.replace(/^[\d\W_]+|[\d\W_]+$/gu, '');
  // Digits alone are dates and phone numbers; a Chinese phrase is no \w but a good password.
  return core === '' ? /^[\d\W_]+$/.test(folded) && !/\p{L}/u.test(folded) : STEMS.includes(core);
}
