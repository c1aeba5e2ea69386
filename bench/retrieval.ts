/**
 * `npm run bench:retrieval`: how well questions find their sources, what is answered, offered and refused, what each
 * step is worth, and how other engines do with the same documents; written to `bench/RESULTS.md`. With question files as
 * arguments it measures this search on those alone and writes nothing. `--no-growth` leaves the large collections out.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openKnowledge } from '../src/knowledge/knowledge.ts'
import { type Question, readQuestions } from './collection.ts'
import { engines, enginesWithOwnWords } from './engines/all.ts'
import { ours } from './engines/ours.ts'
import { growthTable, measure, type PeerRow, peersTable, versionsOf } from './peers.ts'
import { qualityTable } from './quality.ts'
import { refusalReport } from './refusal.ts'
import { stepsTable } from './steps.ts'

const { values: chosen, positionals: files } = parseArgs({
  options: { 'no-growth': { type: 'boolean' } },
  allowPositionals: true,
})
const most = 10

const knowledge = await openKnowledge('knowledge')
if (files.length > 0) {
  const sets = files.map(readQuestions)
  console.log(`${qualityTable(sets, knowledge)}\n\n${refusalReport(sets, knowledge)}`)
} else writeFileSync('bench/RESULTS.md', await results())

async function results(): Promise<string> {
  const [development, calibration, unseen, outOfScope] = [
    'development',
    'calibration',
    'unseen',
    'out-of-scope',
  ].map((name) => readQuestions(`bench/${name}.json`))
  if (!development || !calibration || !unseen || !outOfScope) throw new Error('a question file is missing')
  const ranked = [development, calibration, unseen]
  const parts: string[] = []
  const part = (text: string) => {
    parts.push(text)
    console.log(`${text}\n`)
  }

  part(`# Results of \`npm run bench:retrieval\`

Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node}, SQLite ${process.versions.sqlite}; ${versionsOf(
    [...new Set(engines.flatMap(({ packages }) => packages))],
  )}. Times are of a small shared machine: compare them with each other, not with another run. Intervals hold 95 % of 1,000 draws from the same questions.

- **development**: known while the search was built; its weights, stop words and synonyms were chosen with them in sight, its search words were not.
- **calibration**: written by people who saw the records alone. How sure it is was fitted on them, and so were the weights; some of the search words come from them. So they are no longer unseen.
- **unseen**: written by a fresh reader who saw the records alone, and measured when all lists, weights and limits were frozen.
- **out-of-scope**: not answered by any item, half of them near misses; used for the fit as well.`)
  part(`## Ranking\n\n${qualityTable(ranked, knowledge)}`)
  part(`## What is answered, offered and refused\n\n${refusalReport([...ranked, outOfScope], knowledge)}`)
  part(
    `## What each step is worth\n\nnDCG@10 with one step left out at a time.\n\n${await stepsTable([unseen, development])}`,
  )
  const all = [
    ...development.questions,
    ...calibration.questions,
    ...unseen.questions,
    ...outOfScope.questions,
  ]
  part(
    `## Beside other engines\n\nAll ${all.length} questions, the same documents with their search words, the same field weights where an engine takes them. Those that know no Norwegian get Snowball and public lists of stop words; the last rows get this search's own words instead, which shows what its words alone are worth. AUROC: how well the score of the best (for this search, its confidence) parts what can be answered from what cannot.\n\n${peersTable(
      all,
      [
        await thisSearch(all),
        ...[...engines, ...enginesWithOwnWords]
          .filter((engine) => engine !== ours)
          .map(({ name }): PeerRow | { name: string; problem: string } => {
            const measured = measure(name, 0, all)
            return typeof measured === 'string' ? { name, problem: measured } : { name, ...measured }
          }),
      ],
    )}`,
  )
  if (!chosen['no-growth'])
    part(
      `## Growth\n\nPassages made by variation of the sample, some 40 words each. p99 over at most 120 questions or a minute. Memory is that of the process that asks: what PostgreSQL's server holds is not in it. An engine that breaks down on a collection is called failed.\n\n${growthTable(
        engines.map(({ name }) => name),
        development.questions,
      )}`,
    )
  return `${parts.join('\n\n')}\n`
}

/** The whole way from a question to its hits, with names and what is not answered here; its score is its confidence. */
async function thisSearch(questions: readonly Question[]): Promise<PeerRow> {
  const alone = measure(ours.name, 0, questions)
  if (typeof alone === 'string') throw new Error(`${ours.name}: ${alone}`)
  const times: number[] = []
  for (const { text } of questions.slice(0, 50)) knowledge.search(text)
  const ranked = questions.map(({ text }) => {
    const from = performance.now()
    const { hits, confidence } = knowledge.search(text, most)
    times.push(performance.now() - from)
    return hits.map(({ item }) => ({ id: item.id, score: confidence }))
  })
  return {
    name: '**this search**',
    ranked,
    questionMs: times,
    indexMs: alone.indexMs,
    memoryMb: alone.memoryMb,
  }
}
