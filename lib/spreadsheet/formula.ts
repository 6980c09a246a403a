/** What a spreadsheet may take for a formula: these signs first, also behind blanks or a quotation mark, also full-width. */
const FORMULA = /^[\s"']*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[+-]?\d+([.,]\d+)*%?$/;

/** A text that no spreadsheet runs: an apostrophe stands before what looks like a formula. Numbers, negative ones too, stay numbers. */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text as it was before `withoutFormula`. */
export function readingFormula(text: string): string {
  return text.startsWith("'") && withoutFormula(text.slice(1)) === text ? text.slice(1) : text;
}
