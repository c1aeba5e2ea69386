/** The same questions and documents for every engine, each in a process of its own. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Question } from './collection.ts'
import type { Measured } from './measure.ts'
import { mean, ndcgAt, quantile, separation, successAt1 } from './metrics.ts'
import { answerable, ndcg, slices } from './quality.ts'
import { ms, share, table } from './table.ts'

/** Runs an engine over `passages` made from the sample, 0 for the sample itself. */
export function measure(
  engine: string,
  passages: number,
  questions: readonly Question[],
  timeoutMs = 300_000,
): Measured | string {
  try {
    const out = execFileSync(
      process.execPath,
      ['--expose-gc', 'bench/measure.ts', engine, String(passages)],
      {
        input: JSON.stringify(questions.map(({ text }) => text)),
        timeout: timeoutMs,
        maxBuffer: 2 ** 28,
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    )
    return (JSON.parse(out.toString()) as Measured | null) ?? 'not on this machine' // written by bench/measure.ts
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ETIMEDOUT') return `more than ${timeoutMs / 1000} s`
    // What another engine cannot do is a result too.
    return 'failed'
  }
}

export const versionsOf = (packages: readonly string[]): string =>
  packages.map((name) => `${name} ${versionOf(name)}`).join(', ')

const versionOf = (name: string): string => {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
    version: string
  } // npm's own file
  return version
}

export type PeerRow = {
  name: string
  ranked: readonly (readonly { id: string; score: number }[])[]
  questionMs: readonly number[]
  indexMs: number
  memoryMb: number
}

export function peersTable(
  questions: readonly Question[],
  rows: readonly (PeerRow | { name: string; problem: string })[],
): string {
  return table([
    [
      'engine',
      ...slices.map(([slice]) => `nDCG@10 ${slice}`),
      'success@1',
      'AUROC of refusal',
      'index ms',
      'memory MB',
      'p50 ms',
      'p99 ms',
    ],
    ...rows.map((row) => {
      if ('problem' in row) return [row.name, row.problem, ...Array(slices.length + 5).fill('–')]
      const asked = questions.map((question, at) => ({
        ...question,
        ranked: (row.ranked[at] ?? []).map(({ id }) => id),
        score: row.ranked[at]?.[0]?.score ?? 0,
      }))
      const inScope = asked.filter(({ oos }) => oos === null)
      return [
        row.name,
        ...slices.map(([slice, belongs]) =>
          slice === 'all'
            ? ndcg(inScope)
            : share(
                mean(inScope.filter(belongs).map(({ ranked, relevance }) => ndcgAt(10, ranked, relevance))),
              ),
        ),
        share(mean(inScope.map(({ ranked, relevance }) => successAt1(ranked, relevance)))),
        share(
          separation(
            inScope.map(({ score }) => score),
            asked.filter(({ oos }) => oos !== null).map(({ score }) => score),
          ),
        ),
        ms(row.indexMs),
        ms(row.memoryMb),
        ms(quantile(row.questionMs, 0.5)),
        ms(quantile(row.questionMs, 0.99)),
      ]
    }),
  ])
}

const sizes = [250, 1000, 10_000, 100_000]

export function growthTable(engines: readonly string[], questions: readonly Question[]): string {
  const some = answerable(questions).slice(0, 120)
  return table([
    ['engine', ...sizes.map((size) => `${size.toLocaleString('en')}: index ms / memory MB / p99 ms`)],
    ...engines.map((engine) => {
      let over = ''
      return [
        engine,
        ...sizes.map((size) => {
          if (over) return over
          const measured = measure(engine, size, some)
          if (typeof measured === 'string') {
            over = measured
            return measured
          }
          const { indexMs, memoryMb, questionMs } = measured
          return `${ms(indexMs)} / ${ms(memoryMb)} / ${ms(quantile(questionMs, 0.99))}`
        }),
      ]
    }),
  ])
}
