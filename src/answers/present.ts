import {
  type Button,
  type Card,
  card,
  footer,
  inPlainText,
  note,
  openUrl,
  plainText,
  text,
  title,
} from '../kit/card.ts'
import { writeDay } from '../kit/day.ts'
import type { Citation } from '../kit/message.ts'
import { type Agreement, type Item, type Outside, validityOn } from '../knowledge/knowledge.ts'
import { askSection, showItem, tryQuestion } from './actions.ts'
import { agreementCard } from './agreement-card.ts'
import { articleCard } from './article-card.ts'
import type { Decision } from './decide.ts'
import { limitCard } from './limit-card.ts'
import type { Say } from './sentences.ts'
import type { Showing, Shown } from './shown.ts'
import { sourceOf, titleOn } from './source.ts'

/** What is said and shown, without anything of Teams. */
export type Presented = { text: string; card: Card; citations: readonly Citation[] }

/** No more than this many buttons to related items: a card is not a menu. */
const linksShown = 2
/** What a button has room for on a phone, in letters. */
const longestLabel = 40
/** How much of a person's own question is shown back, in letters. */
const longestQuote = 300

/** `question` is the id of the logged question, which the section can be asked about; undefined outside a conversation. */
export function present(decision: Decision, question: string | undefined, showing: Showing): Presented {
  const { say } = showing
  switch (decision.kind) {
    case 'answer':
      return presentItem(decision.item, question, showing)
    case 'choose':
      return {
        text: say('choose', { count: decision.items.length }),
        citations: [],
        card: card(
          [
            title(say('choose', { count: decision.items.length })),
            ...decision.items.map((item) => text(describe(item, showing), { spacing: 'Small' })),
            note(say('choose.help')),
          ],
          [
            ...decision.items.map((item) => showButton(item, question, showing)),
            askButton(say('noneOfThese'), question),
          ],
        ),
      }
    case 'refuse':
      return presentRefusal(refusalOf(decision.outside, showing), decision.outside, question, showing)
  }
}

function presentRefusal(
  [first, ...rest]: readonly [string, ...string[]],
  outside: Outside | undefined,
  question: string | undefined,
  { say, startButton }: Showing,
): Presented {
  return {
    text: first,
    citations: [],
    card: card(
      [title(first), ...rest.map((line) => text(line))],
      [
        outside?.kind === 'no-agreement' ? startButton({ question }) : undefined,
        askButton(say('askSection'), question),
      ],
    ),
  }
}

/** What is said when there is no answer: whose matter it is where that is known, and what to do. */
function refusalOf(outside: Outside | undefined, { say, contact }: Showing): readonly [string, ...string[]] {
  if (!outside) return [say('refuse'), say('refuse.meaning'), say('refuse.rephrase', { contact })]
  const subject = inSentence(outside.title)
  return outside.contact
    ? [
        say('elsewhere', { subject }),
        say('elsewhere.ask', { contact: inSentence(outside.contact) }),
        say('elsewhere.else'),
      ]
    : [say('noAgreement', { subject }), say('noAgreement.meaning'), say('refuse.rephrase', { contact })]
}

/** A title within a sentence: its first letter is small unless it is a name in capitals. */
const inSentence = (title: string): string =>
  /^\p{Lu}\p{Lu}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)

/** One item as its own kind of card, with buttons to what belongs to it and to the section. */
export function presentItem(item: Item, question: string | undefined, showing: Showing): Presented {
  const { day, say } = showing
  const buttons = [
    item.type === 'agreement' && isUsable(item, showing)
      ? showing.startButton({ question, item })
      : undefined,
    download(item, showing),
    ...related(item, question, showing),
    askButton(say('askSection'), question),
  ].filter((button) => button !== undefined)
  const shown = showItemAs(item, showing, buttons)
  const source = `${titleOn(shown.item, day)} – ${sourceOf(shown.item, day, say)}`
  return {
    text: shown.conclusion,
    card: withLanguageNote(shown.card, showing),
    citations: [{ position: 1, title: source, passage: shown.passage }],
  }
}

const isUsable = (agreement: Agreement, { knowledge, day }: Showing): boolean =>
  knowledge.suppliersOf(agreement).some((one) => validityOn(one, day) === 'valid')

function showItemAs(item: Item, { knowledge, day, say }: Showing, buttons: Button[]): Shown {
  switch (item.type) {
    case 'agreement':
      return agreementCard(
        { agreement: item, suppliers: knowledge.suppliersOf(item), binding: knowledge.bindingRoutine },
        day,
        say,
        buttons,
      )
    case 'limit':
      return limitCard(item, day, say, buttons)
    default:
      return articleCard(item, day, say, buttons)
  }
}

/** The first greeting, and the answer to "help". */
export function presentHelp(say: Say): Presented {
  const examples = (['agreement', 'limit', 'routine', 'template'] as const).map((kind) =>
    say(`example.${kind}`),
  )
  return {
    text: say('greeting'),
    citations: [],
    card: card(
      [
        title(say('greeting')),
        text(say('greeting.what')),
        text(say('greeting.limits')),
        text(say('greeting.words')),
        note(say('greeting.languages')),
        text(say('try'), { weight: 'Bolder' }),
      ],
      examples.map((question) => tryQuestion.button(question, { question })),
    ),
  }
}

/** A question that the section has, under the number that the asker was told; `before` when it had it already. */
export type HandedOver = { number: string; before: boolean; question: string }

/** What the section was asked, and what happens with it. */
export function presentAsked(asked: HandedOver, say: Say): Presented {
  const received = say(asked.before ? 'sectionAskedBefore' : 'sectionAsked', { number: asked.number })
  return {
    text: received,
    citations: [],
    card: card([
      title(received),
      text(say('sectionAsked.question', { question: quoted(asked.question) })),
      text(say('sectionAsked.next')),
    ]),
  }
}

/** An answer that was no good: the question can go to the section instead. */
export function presentWrong(asked: { id: string; text: string }, say: Say): Presented {
  const sorry = say('wasWrong')
  return {
    text: sorry,
    citations: [],
    card: card(
      [title(sorry), text(say('sectionAsked.question', { question: quoted(asked.text) }))],
      [askSection.button(say('askSection'), { question: asked.id })],
    ),
  }
}

/** A person's own words in a card, cut short. */
const quoted = (words: string): string =>
  inPlainText(words.length > longestQuote ? `${words.slice(0, longestQuote)} …` : words)

/** The whole answer as one text, as a person without cards would read it. */
export function asText({ text: said, card: shown }: { text: string; card?: Card }): string {
  const twin = shown ? plainText(shown) : ''
  return twin.startsWith(said) ? twin : `${said}\n\n${twin}`.trimEnd()
}

function describe(item: Item, { knowledge, day, say }: Showing): string {
  const suppliers = item.type === 'agreement' ? knowledge.suppliersOf(item) : []
  const who = suppliers.length > 0 ? ` – ${suppliers.map(({ supplier }) => supplier).join(', ')}` : ''
  const over = [item, ...suppliers].every((one) => validityOn(one, day) === 'ended')
  const ended = over && item.validTo ? ` (${say('ended', { date: writeDay(item.validTo) })})` : ''
  return `**${say(`type.${item.type}`)}:** ${titleOn(item, day)}${who}${ended}`
}

const download = (item: Item, { say, templateUrl }: Showing): Button | undefined => {
  const url = templateUrl(item)
  if (!url || item.type !== 'template') return undefined
  return openUrl(say('download', { format: item.attachment?.endsWith('.xlsx') ? 'Excel' : 'Word' }), url)
}

const related = (item: Item, question: string | undefined, showing: Showing): Button[] =>
  item.links
    .flatMap((id) => showing.knowledge.item(id) ?? [])
    .slice(0, linksShown)
    .map((linked) => showButton(linked, question, showing))

const showButton = (item: Item, question: string | undefined, showing: Showing): Button =>
  showItem.button(label(item, showing), { item: item.id, question })

const askButton = (words: string, question: string | undefined): Button | undefined =>
  question === undefined ? undefined : askSection.button(words, { question })

/** What a button to an item says: routines and templates are called so already, agreements and rules are not. */
function label(item: Item, { day, say }: Showing): string {
  const named = titleOn(item, day)
  const whole =
    item.type === 'agreement' || item.type === 'limit' ? `${say(`type.${item.type}`)}: ${named}` : named
  return whole.length <= longestLabel ? whole : `${whole.slice(0, longestLabel).replace(/ [^ ]*$/, '')} …`
}

const withLanguageNote = (shown: Card, { language, say }: Showing): Card =>
  language === 'nb' ? shown : { ...shown, body: [...shown.body, footer([note(say('norwegianContent'))])] }
