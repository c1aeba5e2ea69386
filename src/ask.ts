/**
 * `npm run ask`: the answer path without Teams. With a question, prints the answer as a person would read it; with
 * `--json`, reads questions from standard input, one a line, and writes one JSON object a line in the same order.
 */
import { parseArgs } from 'node:util'
import { answerAlone, explain } from './answers/answers.ts'
import { environmentHere, readSharedConfig } from './config.ts'
import { dayAt, readDay } from './kit/day.ts'
import { openKnowledge } from './knowledge/knowledge.ts'
import { languageOf } from './people/people.ts'

const usage = `Bruk: npm run ask -- "hvem leverer kontorstoler?"
      npm run --silent ask -- --json < spørsmål.txt
Valg: --date åååå-mm-dd     svar som på denne dagen
      --after "spørsmål"    som om dette ble spurt rett før
      --explain             hvorfor kildene ble funnet`

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      json: { type: 'boolean' },
      date: { type: 'string' },
      after: { type: 'string' },
      explain: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  })
  const day = values.date === undefined ? dayAt(Date.now()) : readDay(values.date)
  if (day === undefined) return refuse(`--date «${values.date}» er ikke en dato. Skriv åååå-mm-dd.`)
  if (values.help) return tell(usage)
  if (!values.json && positionals.length === 0) return refuse(usage)

  const { knowledgeFolder, sectionContact: contact, answerFrom } = readSharedConfig(environmentHere())
  const knowledge = await openKnowledge(knowledgeFolder)
  const answer = (question: string) => {
    const lang = languageOf(question) ?? 'nb'
    return {
      lang,
      ...answerAlone(question, lang, {
        knowledge,
        day,
        contact,
        answerFrom,
        ...(values.after !== undefined && { after: values.after }),
      }),
    }
  }
  if (values.explain) return tell(explain(positionals.join(' '), { knowledge, day, answerFrom }))
  if (!values.json) return tell(answer(positionals.join(' ')).text)
  for await (const question of linesOf(process.stdin)) {
    const { kind, confidence, offered, sources, text, lang, rule } = answer(question)
    tell(
      JSON.stringify({
        question,
        kind,
        confidence,
        offered: offered.map(({ id }) => id),
        sources: sources.map(({ item, title, score }) => ({ id: item.id, type: item.type, title, score })),
        text,
        lang,
        ...(rule && { rule }),
      }),
    )
  }
  return 0
}

/** Lines end with a line feed alone; other signs that may part lines are part of the question. */
async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string> {
  let rest = ''
  for await (const part of input.setEncoding('utf8')) {
    const lines = (rest + part).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.replace(/\r$/, '')
  }
  if (rest !== '') yield rest
}

const tell = (line: string): number => {
  process.stdout.write(`${line}\n`)
  return 0
}
const refuse = (line: string): number => {
  process.stderr.write(`${line}\n`)
  return 1
}

// Whoever reads may have had enough, as `head` does.
process.stdout.on('error', () => process.exit(0))
process.exitCode = await run().catch((error: unknown) =>
  refuse(error instanceof Error ? error.message : String(error)),
)
