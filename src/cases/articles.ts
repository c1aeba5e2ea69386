/** An answer that is kept in the knowledge: looked over beside what is there, published, and told to others who asked. */
import { onPress, type Presses } from '../kit/action.ts'
import { dayAt, dayMs, readDay } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { personPlace } from '../kit/place.ts'
import { articleFromAnswer, duplicatesOf } from '../knowledge/knowledge.ts'
import { mask, type Person, tenantOf } from '../people/people.ts'
import { draftArticle, previewArticle, publishArticle } from './actions.ts'
import { type Draft, draftCard, previewCard } from './article-card.ts'
import type { Case } from './case.ts'
import { nameOf } from './in-words.ts'
import type { CaseLetter } from './letters.ts'
import type { Letter, Needs } from './needs.ts'
import { caseFor } from './seen.ts'
import { speak } from './sentences.ts'

export function articlePresses(needs: Needs): Presses<Person> {
  /** Does something with an answered question; says that there is none otherwise. */
  const withCase = async (
    number: string,
    who: Person,
    does: (kase: Case) => Promise<Message> | Message,
  ): Promise<Message> => {
    const kase = await caseFor(number, who, needs)
    return kase?.kind === 'question' ? does(kase) : { text: speak(who.language)('refused.no-case') }
  }
  return {
    ...onPress(draftArticle, ({ number, ...filled }, who: Person) =>
      withCase(number, who, async (kase) => {
        const given = filled.title === undefined ? await draftFrom(kase, needs) : draftIn(filled)
        return draftCard(kase, given, { say: speak(who.language), today: dayAt(needs.now()) })
      }),
    ),
    ...onPress(previewArticle, ({ number, ...filled }, who: Person) =>
      withCase(number, who, (kase) => preview(kase, draftIn(filled), who, needs)),
    ),
    ...onPress(publishArticle, ({ number, ...filled }, who: Person) =>
      withCase(number, who, (kase) => publish(kase, draftIn(filled), who, needs)),
    ),
  }
}

/** Identity numbers and the like are taken out; a day that is none is left out. */
function draftIn({
  title = '',
  body = '',
  owner = '',
  validTo = '',
}: { [Field in keyof Draft]?: string | undefined }): Draft {
  const day = readDay(validTo.trim())
  return {
    title: mask(title).text.trim(),
    body: mask(body).text.trim(),
    owner: mask(owner).text.trim(),
    ...(day && { validTo: day }),
  }
}

/** The question as the title, and the newest answer as the text, to be written over. */
async function draftFrom(kase: Case, needs: Needs): Promise<Draft> {
  const events = await needs.cases.eventsOf(kase.number)
  const answered = events.filter(({ kind }) => kind === 'answer').at(-1)
  const { words = '' } = (answered?.data ?? {}) as { words?: string } // as `work.ts` keeps it
  return { title: kase.title, body: words, owner: speak('nb')('article.usualOwner') }
}

const articleOf = (kase: Case, { title, body, owner, validTo }: Draft, needs: Needs) => ({
  ...articleFromAnswer({
    title,
    body,
    owner,
    question: kase.title,
    source: speak('nb')('article.sourceName'),
    section: nameOf(kase, speak('nb')),
    day: dayAt(needs.now()),
  }),
  validTo: validTo ?? null,
})

const isEmpty = ({ title, body, owner }: Draft): boolean => title === '' || body === '' || owner === ''

async function preview(kase: Case, draft: Draft, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const again = (fault: string) => draftCard(kase, draft, { say, today: dayAt(needs.now()), fault })
  if (isEmpty(draft)) return again(say('article.empty'))
  const { faults, contradictions } = await needs.articles.check(articleOf(kase, draft, needs))
  if (faults.length > 0) return again(faults.join('\n'))
  const alike = duplicatesOf(needs.knowledge(), { ...draft, question: kase.title }).map(({ item }) => ({
    title: item.title,
    show: needs.showItem(item, say('show')),
  }))
  return previewCard(kase, draft, { alike, warnings: contradictions }, say)
}

async function publish(kase: Case, draft: Draft, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const again = (fault: string) => draftCard(kase, draft, { say, today: dayAt(needs.now()), fault })
  if (isEmpty(draft)) return again(say('article.empty'))
  const written = await needs.articles.write(articleOf(kase, draft, needs))
  if (written.kind === 'faulty') return again(written.faults.join('\n'))
  const letters = await lettersToOthers(kase, written.id, needs)
  await needs.noteArticle({ article: written.id, number: kase.number, by: who.id })
  await needs.postLetters(letters)
  return { text: say('article.published', { title: draft.title, count: letters.length }) }
}

/** How many other questions are looked through, and how far back. */
const mostLookedAt = 500
const daysBack = 180

/** Others who asked what the new article answers best, whether or not they asked the section too; each once. */
async function lettersToOthers(
  { number, requester }: Case,
  article: string,
  needs: Needs,
): Promise<Letter[]> {
  const at = needs.now()
  const asked = await needs.doubtful(at - daysBack * dayMs, mostLookedAt)
  const { search } = needs.knowledge()
  const isAnswered = ({ text }: { text: string }) => {
    const { hits, confidence } = search(text)
    return hits[0]?.item.id === article && confidence >= needs.answerFrom
  }
  const others = asked.filter(
    (one) => one.person !== requester && tenantOf(one.person) === tenantOf(requester) && isAnswered(one),
  )
  return [...new Set(others.map(({ person }) => person))].map((person) => ({
    place: personPlace(person),
    what: { room: 'cases', tell: 'article', number, article } satisfies CaseLetter,
    dueAt: at,
    key: `article ${article} ${person}`,
  }))
}
