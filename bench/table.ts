/** A Markdown table: the first row is the heading. */
export function table(rows: readonly (readonly string[])[]): string {
  const [heading = [], ...body] = rows
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heading), line(heading.map((_, at) => (at === 0 ? '---' : '--:'))), ...body.map(line)].join(
    '\n',
  )
}

export const share = (value: number): string => value.toFixed(3)
export const percent = (value: number): string => `${(100 * value).toFixed(1)} %`
export const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0))
