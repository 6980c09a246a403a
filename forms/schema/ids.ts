/** Lower-case letters without vowels, and digits: no words, no reserved names, nothing that two cases would confuse. */
const ALPHABET = 'bcdfghjklmnpqrstvwxyz0123456789';
const LENGTH = 10;
/** The largest multiple of the alphabet's size in a byte: bytes above it would favour the first letters. */
const FAIR = 256 - (256 % ALPHABET.length);

/** An id of ten characters: of a section, a field, a column, an ornament, a type of document. */
export function newFieldId(): string {
  return newCode();
}

/** The code of a form: it names its table, so it is made once and never changes. */
export function newFormCode(): string {
  return newCode();
}

function newCode(): string {
  let text = '';
  while (text.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(2 * LENGTH))) {
      if (byte < FAIR && text.length < LENGTH) text += ALPHABET[byte % ALPHABET.length];
    }
  }
  return text;
}
