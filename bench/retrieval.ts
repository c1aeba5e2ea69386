/**
 * `npm run bench:retrieval`: how well questions find their sources, and what is answered, offered and refused.
 * The questions are graded 0–3 for each relevant item; `oos` marks those that no item answers.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { answerAlone } from '../src/answers/answers.ts'
import { openKnowledge } from '../src/knowledge/knowledge.ts'
import { languageOf } from '../src/people/language.ts'
import { mean, ndcgAt, recallAt, reciprocalRankAt, successAt1 } from './metrics.ts'

const questions = z
  .array(
    z.object({
      lang: z.enum(['nb', 'nn', 'en']),
      oos: z.enum(['far', 'near']).nullable(),
      text: z.string(),
      relevance: z.record(z.string(), z.number()),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('questions.json', import.meta.url), 'utf8')))

const day = '2026-11-22'
const opened = performance.now()
const knowledge = await openKnowledge('knowledge')
const openMs = performance.now() - opened

const asked = questions.map((question) => {
  const before = performance.now()
  const { kind, sources } = answerAlone(question.text, languageOf(question.text) ?? 'nb', {
    knowledge,
    day,
    contact: '',
  })
  return { ...question, kind, ranked: sources.map(({ item }) => item.id), ms: performance.now() - before }
})
const inScope = asked.filter(({ oos }) => oos === null)
const outOfScope = asked.filter(({ oos }) => oos !== null)

const row = (name: string, rows: typeof inScope) =>
  [
    name.padEnd(6),
    String(rows.length).padStart(4),
    ...[
      mean(rows.map((q) => ndcgAt(10, q.ranked, q.relevance))),
      mean(rows.map((q) => reciprocalRankAt(10, q.ranked, q.relevance))),
      mean(rows.map((q) => recallAt(3, q.ranked, q.relevance))),
      mean(rows.map((q) => successAt1(q.ranked, q.relevance))),
    ].map((value) => value.toFixed(3).padStart(10)),
  ].join(' ')
const share = (rows: typeof asked, kind: string) =>
  (rows.filter((question) => question.kind === kind).length / rows.length).toFixed(3).padStart(10)

console.log(`language  n    nDCG@10     MRR@10   recall@3  success@1`)
console.log(row('all', inScope))
for (const lang of ['nb', 'nn', 'en'])
  console.log(
    row(
      lang,
      inScope.filter((question) => question.lang === lang),
    ),
  )
const answered = inScope.filter(({ kind }) => kind === 'answer')
const wrong = answered.filter(({ ranked, relevance }) => (relevance[ranked[0] ?? ''] ?? 0) === 0)
console.log(`\nshare            n     answer     choose     refuse`)
for (const [name, rows] of [
  ['in scope', inScope],
  ['out of scope', outOfScope],
] as const)
  console.log(
    [
      name.padEnd(14),
      String(rows.length).padStart(3),
      ...['answer', 'choose', 'refuse'].map((kind) => share(rows, kind)),
    ].join(' '),
  )

console.log(
  `answered with an item that is not relevant: ${(wrong.length / answered.length).toFixed(3)} of the answers in scope`,
)

const sorted = asked.map(({ ms }) => ms).sort((a, b) => a - b)
const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
const cold = performance.now()
execFileSync(process.execPath, ['src/ask.ts', 'hvem leverer kontorstoler?'], { stdio: 'ignore' })
console.log(`\nopening the knowledge: ${openMs.toFixed(0)} ms`)
console.log(`one question, once open: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`)
console.log(`first answer of a fresh process: ${(performance.now() - cold).toFixed(0)} ms`)
