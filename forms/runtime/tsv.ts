/** The cells of what a spreadsheet puts on the clipboard: tabs and line breaks, quoted where a cell has one of them in it. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let index = 0; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '' && closes(source, index)) quoted = true;
    else if (character === '\t') endCell();
    else if (character === '\n') {
      endCell();
      rows.push(row);
      row = [];
    } else cell += character;
  }
  endCell();
  rows.push(row);
  return rows;
}

/** A quote opens a quoted cell only if one closes it at the end of a cell; otherwise it is a character like any other (5" pipe). */
function closes(source: string, open: number): boolean {
  for (let index = open + 1; index < source.length; index += 1) {
    if (source[index] !== '"') continue;
    if (source[index + 1] === '"') index += 1;
    else return index + 1 === source.length || source[index + 1] === '\t' || source[index + 1] === '\n';
  }
  return false;
}
