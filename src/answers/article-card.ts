import { type Button, box, card, footer, note, text, title } from '../kit/card.ts'
import { type Day, writeDay } from '../kit/day.ts'
import { type Article, validityOn } from '../knowledge/knowledge.ts'
import type { Say } from './sentences.ts'
import type { Shown } from './shown.ts'
import { sourceOf } from './source.ts'

/** A routine as steps, a template with what it is for, or a guideline. What no longer holds is marked before its text. */
export function articleCard(article: Article, day: Day, say: Say, buttons: Button[]): Shown {
  const [first = '', ...rest] = article.body.split(/\n\s*\n/)
  const validity = validityOn(article, day)
  const warning =
    validity === 'ended'
      ? say('endedArticle', { date: writeDay(article.validTo ?? day) })
      : validity === 'not-yet'
        ? say('notYet', { date: writeDay(article.validFrom) })
        : undefined
  const conclusion =
    article.type === 'template'
      ? say('hereIsTemplate', { title: article.title })
      : say('doThis', { conclusion: first })
  return {
    item: article,
    conclusion: warning
      ? say('doThis', { conclusion: `**${article.title}** (${article.source}): ${warning}` })
      : conclusion,
    passage: first,
    card: card(
      [
        title(article.title),
        warning ? box([text(warning, { color: 'Attention', weight: 'Bolder' })]) : undefined,
        // The first paragraph of a routine is the conclusion, which is said above the card.
        ...(article.type === 'template' || warning ? [first, ...rest] : rest.length > 0 ? rest : [first]).map(
          (part) => text(part),
        ),
        footer([
          note(say('source', { source: sourceOf(article, day, say) })),
          note(say('responsible', { owner: article.owner })),
        ]),
      ],
      buttons,
    ),
  }
}
