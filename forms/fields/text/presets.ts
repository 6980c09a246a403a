import { isDate } from '../calendar';

export type PatternPreset = 'phone' | 'email' | 'idCard' | 'creditCode' | 'postcode' | 'bankCard' | 'url';

/** Real checks, not only shapes: a wrong check digit is a typing error that a regular expression would let pass. */
export const presets: Record<PatternPreset, (text: string) => boolean> = {
  phone: isPhone,
  email: isEmail,
  idCard: isIdCard,
  creditCode: isCreditCode,
  postcode: (text) => /^\d{6}$/.test(text),
  bankCard: isBankCard,
  url: isUrl,
};

/** Mobile and landline numbers of mainland China, 400/800 numbers, and international ones with their `+`. */
function isPhone(text: string): boolean {
  if (!/^\+?[\d\s()-]{5,30}$/.test(text)) return false;
  const digits = text.replace(/[\s()-]/g, '');
  if (digits.startsWith('+86')) return isMainland(digits.slice(3)) || isMainland(`0${digits.slice(3)}`);
  if (digits.startsWith('+')) return /^\+[1-9]\d{6,14}$/.test(digits);
  return isMainland(digits);
}

function isMainland(digits: string): boolean {
  return /^1[3-9]\d{9}$/.test(digits) || /^0(?:10|2\d|[3-9]\d{2})\d{7,8}$/.test(digits) || /^[48]00\d{7}$/.test(digits);
}

function isEmail(text: string): boolean {
  if (text.length > 254) return false;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (at < 1 || local.length > 64 || !/^[^\s@"(),:;<>[\\\]]+$/.test(local) || /^\.|\.$|\.\./.test(local)) return false;
  return domain.includes('.') && domain.split('.').every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(label));
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECK = '10X98765432';

/** GB 11643: region, a real day of birth, and the check character. */
function isIdCard(text: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(text)) return false;
  if (!isDate(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`)) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return ID_CHECK[sum % 11] === text.slice(-1).toUpperCase();
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 32100: eighteen characters, the last one a check character modulo 31. */
function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return false;
  const sum = CREDIT_WEIGHTS.reduce((total, weight, index) => total + weight * CREDIT_ALPHABET.indexOf(text[index] ?? ''), 0);
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === text[17];
}

/** Luhn, over the lengths that card schemes use. */
function isBankCard(text: string): boolean {
  if (!/^\d{12,19}$/.test(text) || /^0+$/.test(text)) return false;
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    const digit = Number(text[text.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function isUrl(text: string): boolean {
  if (/\s/.test(text) || !/^https?:\/\//i.test(text)) return false;
  try {
    const { hostname, username, password } = new URL(text);
    return hostname !== '' && username === '' && password === '';
  } catch {
    return false;
  }
}
