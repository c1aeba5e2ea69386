import {
  type Button,
  beside,
  box,
  card,
  type Element,
  facts,
  inPlainText,
  note,
  text,
  title,
} from '../kit/card.ts'
import { type Day, writeDay } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { draftArticle, previewArticle, publishArticle, showCase } from './actions.ts'
import type { Case } from './case.ts'
import { nameOf } from './in-words.ts'
import type { Say } from './sentences.ts'

/** What becomes an article: as it was written, with who answers for it, and until when it holds (no day: without end). */
export type Draft = { title: string; body: string; owner: string; validTo?: string | undefined }

const longestTitle = 200
const longestBody = 3_000

/** The article as it is filled in; `fault` is what was wrong with it the last time. */
export function draftCard(
  kase: Case,
  draft: Draft,
  { say, today, fault }: { say: Say; today: Day; fault?: string },
): Message {
  const heading = say('article.title')
  const { number } = kase
  return {
    text: heading,
    card: card(
      [
        title(heading),
        note(say('article.help')),
        fault === undefined ? undefined : text(inPlainText(fault), { color: 'Attention' }),
        words('title', say('article.heading'), draft.title, { most: longestTitle, long: false }),
        words('body', say('article.body'), draft.body, { most: longestBody, long: true }),
        words('owner', say('article.owner'), draft.owner, { most: longestTitle, long: false }),
        {
          type: 'Input.Date',
          id: 'validTo',
          label: say('article.validTo'),
          min: today,
          ...(draft.validTo && { value: draft.validTo }),
        },
      ],
      [
        previewArticle.button(say('article.preview'), { number }, { style: 'positive' }),
        showCase.button(say('back'), { number }, { associatedInputs: 'none' }),
      ],
    ),
  }
}

const words = (
  id: string,
  label: string,
  value: string,
  { most, long }: { most: number; long: boolean },
): Element => ({ type: 'Input.Text', id, label, value, isMultiline: long, maxLength: most })

type Found = { title: string; show: Button }

/** The article as it will stand, and what there is already that says much the same. */
export function previewCard(
  kase: Case,
  draft: Draft,
  { alike, warnings }: { alike: readonly Found[]; warnings: readonly string[] },
  say: Say,
): Message {
  const { number } = kase
  const heading = say('article.previewTitle')
  const kept = { number, ...draft }
  return {
    text: heading,
    card: card(
      [
        title(heading),
        text(inPlainText(draft.title), { weight: 'Bolder', size: 'Medium' }),
        text(draft.body),
        facts([
          [say('article.owner'), inPlainText(draft.owner)],
          [say('article.validTo'), draft.validTo ? writeDay(draft.validTo) : say('article.noEnd')],
        ]),
        note(say('article.source', { name: nameOf(kase, say) })),
        ...(alike.length === 0
          ? []
          : [
              box([
                text(say('article.alike'), { weight: 'Bolder' }),
                ...alike.map((one) => beside(text(inPlainText(one.title)), one.show)),
              ]),
            ]),
        ...(warnings.length === 0 ? [] : [box(warnings.map((one) => text(inPlainText(one))))]),
      ],
      [
        publishArticle.button(say('article.publish'), kept, { style: 'positive' }),
        draftArticle.button(say('article.edit'), kept),
        showCase.button(say('back'), { number }),
      ],
    ),
  }
}
