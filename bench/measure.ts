/**
 * One engine measured in a process of its own, so that its memory is its own. Told what to do by two arguments, the
 * engine's name and the number of passages (0 = the sample itself); reads questions, one JSON list, from standard input
 * and writes one JSON object to standard output.
 */
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { makePassages, readTexts } from './collection.ts'
import { engines, enginesWithOwnWords } from './engines/all.ts'
import type { Ranked } from './engines/engine.ts'

export type Measured = {
  indexMs: number
  /** What the process holds more with the index than without, in MB. */
  memoryMb: number
  /** Best first, for each question that there was time for. */
  ranked: Ranked[][]
  /** How long each of them took. */
  questionMs: number[]
}

/** After this long, the questions asked until then are what is measured. */
const longestMs = 60_000
const most = 10
/** How many questions are asked before any is counted: a bot that people use has answered before. */
const warmUp = 50

const [name = '', count = '0'] = process.argv.slice(2)
const every = [...engines, ...enginesWithOwnWords]
const engine = every.find((one) => one.name === name)
if (!engine) throw new Error(`no engine «${name}», only: ${every.map((one) => one.name).join(' | ')}`)
const questions = z.array(z.string()).parse(JSON.parse(await text(process.stdin)))
const sample = await readTexts('knowledge')
const texts = Number(count) > 0 ? makePassages(sample, Number(count)) : sample

const heldMb = () => {
  globalThis.gc?.()
  return process.memoryUsage().rss / 2 ** 20
}
const before = heldMb()
const started = performance.now()
const built = await engine.build(texts)
if (!built) {
  process.stdout.write('null')
  process.exit(0)
}
const indexMs = performance.now() - started
const memoryMb = heldMb() - before

// The first questions warm the engine up and are not counted.
const warming = performance.now()
for (const question of questions.slice(0, warmUp)) {
  await built.search(question, most)
  if (performance.now() - warming > longestMs / 4) break
}
const ranked: Ranked[][] = []
const questionMs: number[] = []
const asked = performance.now()
for (const question of questions) {
  const from = performance.now()
  ranked.push((await built.search(question, most)).map(({ id, score }) => ({ id, score })))
  questionMs.push(performance.now() - from)
  if (performance.now() - asked > longestMs) break
}
await built.close?.()
const measured: Measured = { indexMs, memoryMb, ranked, questionMs }
process.stdout.write(JSON.stringify(measured))
