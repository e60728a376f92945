/** Cells of a table in Markdown: one line each. */
export const cell = (text = ''): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();

export const code = (text = ''): string => (text ? `\`${cell(text)}\`` : '');

export function table(headings: string[], rows: string[][]): string {
  if (rows.length === 0) return '';
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}
