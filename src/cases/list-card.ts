import { beside, card, inPlainText, note, text, title } from '../kit/card.ts'
import { writeDay } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import { showCase } from './actions.ts'
import type { Case } from './case.ts'
import { clip } from './case-card.ts'
import { nameOf, stateOf } from './in-words.ts'
import { speak } from './sentences.ts'

/** In letters. */
const longestInList = 80

/** A list of cases, each with a button to show it. */
export function listCard(
  heading: string,
  listed: readonly Case[],
  { count, language }: { count: number; language: Language },
): Message {
  const say = speak(language)
  const lineOf = (kase: Case) => {
    const line = say('line', {
      number: kase.number,
      title: inPlainText(clip(kase.title, longestInList)),
      state: stateOf(kase, say),
    })
    return kase.dueOn === null ? line : say('lineDue', { line, day: writeDay(kase.dueOn) })
  }
  return {
    text: heading,
    card: card([
      title(inPlainText(heading)),
      ...(listed.length === 0 ? [text(say('noneHere'))] : []),
      ...listed.map((kase) =>
        beside(
          text(lineOf(kase)),
          showCase.button(say('show'), { number: kase.number }, { tooltip: nameOf(kase, say) }),
        ),
      ),
      ...(count > listed.length ? [note(say('more', { count: count - listed.length }))] : []),
    ]),
  }
}
