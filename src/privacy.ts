/**
 * `npm run privacy`: what is kept about one person, and its deletion; the question log with personal data screened and
 * people pseudonymous; the audit. Written as JSON to standard output, one object a line for the logs.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { environmentHere, readConfig } from './config.ts'
import { dayAt, readDay } from './kit/day.ts'
import { Fault } from './kit/fault.ts'
import { mask } from './people/people.ts'
import { openStore, type Store } from './store/store.ts'

const usage = `Bruk: npm run --silent privacy -- export PERSON      alt som er lagret om én person
      npm run --silent privacy -- erase PERSON       slett alt om én person
      npm run --silent privacy -- questions          spørsmålsloggen, uten navn og med personopplysninger skjult
      npm run --silent privacy -- audit              loggen over administrative hendelser
PERSON er id, objekt-id i Entra eller hele navnet.
Valg: --since åååå-mm-dd   bare det som er nyere, for questions
Kjører boten på SQLite, må den stoppes først.`

const most = 100_000
/** Who is at the machine, as the operating system knows them. */
const byCommand = (): string => `npm run privacy (${userInfo().username})`
/** How much of a pseudonym is needed to tell people apart, in letters. */
const pseudonymLength = 12

async function run(store: Store, [what, named = '']: readonly string[], since: number): Promise<string[]> {
  switch (what) {
    case 'export': {
      const person = await personIn(store, named)
      await store.audit.note({ actor: byCommand(), act: 'exported', object: person }, Date.now())
      return [JSON.stringify({ id: person, ...(await store.ownData.of(person)) }, null, 2)]
    }
    case 'erase': {
      const person = await personIn(store, named)
      const questions = await store.ownData.erase(person, byCommand(), Date.now())
      return [
        `Slettet alt om ${person}, også ${questions} spørsmål. Saker hos innkjøpsseksjonen er saksdokumenter og blir stående.`,
      ]
    }
    case 'questions': {
      const key = await store.secret('pseudonyms', randomBytes(32).toString('base64url'))
      const pseudonym = (person: string) =>
        createHmac('sha256', key).update(person).digest('base64url').slice(0, pseudonymLength)
      const questions = await store.ownData.questionsSince(since)
      return questions.map(({ person, asked_at, text, sources, ...rest }) =>
        JSON.stringify({
          person: pseudonym(person),
          day: dayAt(asked_at),
          text: mask(text).text,
          ...rest,
          sources: JSON.parse(sources),
        }),
      )
    }
    case 'audit':
      return (await store.audit.newest(most)).map((entry) => JSON.stringify(entry))
    default:
      throw new Fault('settings', usage)
  }
}

async function personIn(store: Store, named: string): Promise<string> {
  const person = named === '' ? undefined : await store.ownData.find(named)
  if (!person)
    throw new Fault('settings', `«${named}» er ingen, eller flere. Bruk id-en eller objekt-id-en i Entra.`)
  return person
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { since: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help) return console.log(usage)
  const since = values.since === undefined ? '1970-01-01' : readDay(values.since)
  if (since === undefined)
    throw new Fault('settings', `--since «${values.since}» er ikke en dato. Skriv åååå-mm-dd.`)
  const store = await openStore(readConfig(environmentHere()).database)
  try {
    for (const line of await run(store, positionals, Date.parse(since))) console.log(line)
  } finally {
    await store.close()
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Fault ? error.message : error)
  process.exitCode = 1
})
