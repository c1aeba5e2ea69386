/**
 * `npm run rules`: writes `docs/rules.md`, every amount by period with its source and every duty, from the rule files.
 * With `--check` it writes nothing and exits 1 when the document is not what the files give.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { writeDay } from './kit/day.ts'
import { writeKroner } from './kit/money.ts'
import { openKnowledge } from './knowledge/knowledge.ts'
import type { Duty, NamedLimit, Period } from './rules/rules.ts'

const file = 'docs/rules.md'
const { check } = parseArgs({ options: { check: { type: 'boolean' } } }).values
const { limits, duties } = (await openKnowledge('knowledge')).rules

const authorities = [
  ['law', 'Lov og forskrift'],
  ['local', 'Kommunens egne regler'],
] as const
const sides: Record<NonNullable<Period['comparison']>, string> = {
  from: 'fra og med',
  over: 'over',
  under: 'under',
}

const document = `${[
  '# Regler og grenser',
  'Laget av `npm run rules` fra `knowledge/rules/`. Rett filene der, ikke dette dokumentet. Alle beløp er i kroner uten merverdiavgift, hvis ikke annet står.',
  '## Grenser',
  ...authorities.flatMap(([authority, heading]) => [
    `### ${heading}`,
    ...limits.filter((limit) => limit.authority === authority).map(limitTable),
  ]),
  '## Plikter',
  ...authorities.flatMap(([authority, heading]) => [
    `### ${heading}`,
    dutyTable(duties.filter((duty) => duty.authority === authority)),
  ]),
].join('\n\n')}\n`

if (!check) writeFileSync(file, document)
else if (readFileSync(file, 'utf8') !== document) {
  console.error(`${file} er ikke slik reglene i knowledge/rules/ er nå. Kjør npm run rules.`)
  process.exitCode = 1
}

function limitTable({ id, title, periods }: NamedLimit): string {
  return table(
    `#### ${title.replace(/\{(\p{L}+)\}/gu, '($1)')} (\`${id}\`)`,
    ['Fra', 'Til', 'Beløp', 'Grense', 'Hjemmel', 'Satt ved', 'Status'],
    periods.map((period) => [
      writeDay(period.from),
      endOf(period),
      valuesOf(period),
      period.comparison ? sides[period.comparison] : '–',
      period.legalBasis,
      period.decision ?? '–',
      statusOf(period),
    ]),
  )
}

function dutyTable(some: readonly Duty[]): string {
  return table(
    undefined,
    ['Plikt', 'Fra', 'Til', 'Hva', 'Hjemmel', 'Status'],
    some.flatMap(({ title, periods }) =>
      periods.map((period) => [
        title.nb,
        writeDay(period.from),
        endOf(period),
        period.text.nb,
        period.legalBasis,
        statusOf(period),
      ]),
    ),
  )
}

function endOf({ to }: { to: string | null }): string {
  return to === null ? 'gjelder' : writeDay(to)
}

function statusOf({ confirmed }: { confirmed: boolean }): string {
  return confirmed ? 'bekreftet' : 'må bekreftes'
}

function valuesOf({ amounts, numbers }: Period): string {
  const named = [
    ...Object.entries(amounts).map(([name, amount]) => [name, writeKroner(amount)] as const),
    ...Object.entries(numbers).map(([name, number]) => [name, String(number)] as const),
  ]
  return named.map(([name, value]) => (named.length === 1 ? value : `${name}: ${value}`)).join('; ') || '–'
}

function table(heading: string | undefined, columns: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const lines = [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
  return heading ? `${heading}\n\n${lines}` : lines
}
