/** Cases as an Excel file, for officers: all, of one kind, those still open, or of a year. */
import { z } from 'zod'
import { card, openUrl, text, title } from '../kit/card.ts'
import { dayAt, dayMs } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { excel } from '../kit/sheet.ts'
import { isPermitted, type Person } from '../people/people.ts'
import type { Case } from './case.ts'
import { caseKinds, caseStates, endStates } from './moves.ts'
import type { CaseFilter, Needs } from './needs.ts'
import { requestShown } from './request-shown.ts'
import { speak } from './sentences.ts'
import { type CaseRow, casesSheet } from './sheet.ts'

/** What an export is of, as its link or offer carries it. */
const schema = z.strictObject({
  cases: z.strictObject({
    tenant: z.string(),
    kind: z.enum(caseKinds).optional(),
    open: z.literal(true).optional(),
    year: z.number().int().min(2000).max(2999).optional(),
  }),
})
type Wanted = z.output<typeof schema>['cases']

export type CaseFile = { name: string; content: Uint8Array; type: string }
/** More than a municipality has in some years. */
const mostRows = 50_000

const asked =
  /^(?:eksporter|export)\s+(?:alle |all )?(?:(åpne|opne|open)\s+)?(saker|saker og spørsmål|kjøp|spørsmål|cases|purchases|questions)(?:\s+(?:i |fra |in |from )?(20\d\d))?[.!]?$/iu
const kinds: Readonly<Record<string, Wanted['kind']>> = {
  kjøp: 'purchase',
  purchases: 'purchase',
  spørsmål: 'question',
  questions: 'question',
}

/** The export that a text asks for; undefined for anything else. */
export function exportIn(words: string, tenant: string): Wanted | undefined {
  const [, open, what = '', year] = asked.exec(words.trim()) ?? []
  if (what === '') return undefined
  const kind = kinds[what.toLowerCase()]
  return {
    tenant,
    ...(kind && { kind }),
    ...(open && { open: true as const }),
    ...(year !== undefined && { year: Number(year) }),
  }
}

/** Offers the file, or a link to it where files cannot be handed out. */
export async function offerExport(wanted: Wanted, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const name = nameOf(wanted)
  const count = (await rowsOf(wanted, needs)).length
  const told = say('export', { count, name })
  if (count === 0) return { text: say('noneHere') }
  const data = { cases: wanted }
  const url = needs.linkTo(JSON.stringify(data), name)
  if (url) return { text: told, card: card([title(name), text(told)], [openUrl(say('download'), url)]) }
  return {
    text: told,
    file: { name, bytes: (await fileOf(wanted, needs)).content.byteLength, description: told, data },
  }
}

/** The file behind an offer or a link; undefined for anything else. `who` is undefined where the link itself was given to them. */
export async function exportOf(
  data: unknown,
  who: Person | undefined,
  needs: Needs,
): Promise<CaseFile | undefined> {
  const wanted = schema.safeParse(data).data?.cases
  if (!wanted) return undefined
  const mayRead = who && isPermitted('officer', who.roles) && who.id.startsWith(`${wanted.tenant}:`)
  return who && !mayRead ? undefined : fileOf(wanted, needs)
}

async function fileOf(wanted: Wanted, needs: Needs): Promise<CaseFile> {
  return { name: nameOf(wanted), content: await casesSheet(await rowsOf(wanted, needs)), type: excel }
}

const nameOf = ({ kind, open, year }: Wanted): string =>
  `${[open && 'Åpne', kind === 'purchase' ? 'kjøp' : kind === 'question' ? 'spørsmål' : 'saker', year]
    .filter(Boolean)
    .join(' ')}.xlsx`.replace(/^./, (first) => first.toUpperCase())

async function rowsOf({ tenant, kind, open, year }: Wanted, needs: Needs): Promise<CaseRow[]> {
  const filter: CaseFilter = {
    tenant,
    ...(kind && { kind }),
    ...(open && { states: caseStates.filter((state) => !endStates.includes(state)) }),
    // A year in Norway begins before the same year in UTC.
    ...(year !== undefined && {
      openedFrom: Date.UTC(year, 0, 1) - dayMs,
      openedBefore: Date.UTC(year + 1, 0, 1) + dayMs,
    }),
  }
  const listed = (await needs.cases.list(filter, mostRows)) as Case[] // the store keeps states of moves only
  const names = new Map<string, Promise<string>>()
  const name = (person: string) => {
    const known = names.get(person) ?? needs.people.nameOf(person).then((found) => found ?? person)
    names.set(person, known)
    return known
  }
  const within = listed.filter(({ openedAt }) => year === undefined || dayAt(openedAt).startsWith(`${year}-`))
  return Promise.all(within.map((kase) => rowOf(kase, name, needs)))
}

async function rowOf(
  kase: Case,
  name: (person: string) => Promise<string>,
  { requests }: Needs,
): Promise<CaseRow> {
  const say = speak('nb')
  const request =
    kase.kind === 'purchase' ? requestShown((await requests.of(kase.number))?.content) : undefined
  return {
    number: kase.number,
    kind: kase.kind === 'purchase' ? 'Kjøp' : 'Spørsmål',
    title: kase.title,
    unit: kase.unit,
    topic: kase.topic,
    state: say(`state.${kase.state}`),
    requester: await name(kase.requester),
    owner: kase.owner && (await name(kase.owner)),
    approver: kase.approver && (await name(kase.approver)),
    value: request?.value ?? null,
    openedAt: kase.openedAt,
    dueOn: kase.dueOn,
    changedAt: kase.changedAt,
    reference: kase.reference,
  }
}
