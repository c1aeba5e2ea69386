import {
  beside,
  box,
  buttons,
  card,
  type Element,
  footer,
  inPlainText,
  note,
  text,
  title,
} from '../kit/card.ts'
import { writeDay } from '../kit/day.ts'
import { answered, type Replies } from '../kit/dialog.ts'
import type { Message } from '../kit/message.ts'
import { writeKroner } from '../kit/money.ts'
import type { Language } from '../kit/say.ts'
import { linkedAll } from '../purchase/purchase.ts'
import { generalKind, inLanguage } from '../rules/rules.ts'
import {
  answerStep,
  askQuestion,
  cancelDraft,
  goBack,
  removeAttachment,
  saveDraft,
  submitRequest,
} from './actions.ts'
import { likelyFrom, lineOf } from './earlier.ts'
import { leadTimeOf } from './lead-time.ts'
import type { PurchaseAnswers } from './purchase-answers.ts'
import { purchaseDialog } from './purchase-dialog.ts'
import type { PurchaseFacts } from './purchase-facts.ts'
import { answerRow } from './question-card.ts'
import type { EarlierRequest } from './request.ts'
import { nearIn, valueLinesOf } from './request-made.ts'
import { type Say, speak } from './sentences.ts'
import { kindIsSure, worthOf } from './worth.ts'

export type Summing = {
  draft: string
  replies: Replies
  answers: Partial<PurchaseAnswers>
  facts: PurchaseFacts
  language: Language
  /** Who must approve; undefined where nobody was found. */
  approver: string | undefined
  earlier: readonly EarlierRequest[]
  attachments: readonly { id: string; name: string }[]
}

/** Every answer with a way to change it, what it comes to, and what must be minded before it is sent. */
export function summaryCard(summing: Summing): Message {
  const { draft, replies, facts, language } = summing
  const say = speak(language)
  const step = 'wanted'
  return {
    text: say('summary.title'),
    card: card(
      [
        title(say('summary.title')),
        ...warnings(summing, say),
        ...answered(purchaseDialog, replies, facts).map(({ step: name, said }) =>
          answerRow(name, said, summing, say),
        ),
        ...[valuePart, dutyPart, attachmentPart]
          .map((part) => part(summing, say))
          .filter((part) => part.length > 0)
          .map(footer),
      ],
      [
        submitRequest.button(say('summary.submit'), { draft }, { style: 'positive' }),
        goBack.button(say('back'), { draft, step }),
        saveDraft.button(say('save'), { draft, step }),
        askQuestion.button(say('askAQuestion'), { draft, step }),
        cancelDraft.button(say('cancel'), { draft }, { mode: 'secondary' }),
      ],
    ),
  }
}

function warnings({ draft, answers, facts, language, earlier }: Summing, say: Say): Element[] {
  const worth = worthOf(answers, facts)
  if (!worth) return []
  const { banded } = worth
  const near = nearIn(worth, language)
  const lead = leadTimeOf(banded, facts.knowledge.rules, facts.today)
  const soon = lead && answers.wanted !== undefined && answers.wanted < lead.ready ? lead : undefined
  const likely = likelyFrom(answers, banded, earlier, facts.knowledge.rules)
  const told = [
    ...(near ? [text(near, { weight: 'Bolder' })] : []),
    ...(kindIsSure(answers) ? [] : [text(say('summary.kindUnsure'))]),
    ...(generalKind(banded.kind) === 'utilities' ? [text(say('summary.utilities'))] : []),
    ...(soon ? [text(say('summary.tooSoon', { weeks: soon.weeks, day: writeDay(soon.ready) }))] : []),
    ...(likely.split ? [text(say('summary.split', { together: writeKroner(likely.together) }))] : []),
    ...(likely.duplicates.length > 0 ? [text(say('summary.duplicate'))] : []),
    ...(likely.split ? earlier : likely.duplicates).map((one) =>
      note(inPlainText(lineOf(one, writeKroner(one.value)))),
    ),
    ...(likely.split
      ? [
          buttons([
            answerStep.button(say('summary.countThem'), {
              draft,
              step: 'also',
              answer: `${likely.sum} kr`,
            }),
          ]),
        ]
      : []),
  ]
  return told.length > 0 ? [box(told)] : []
}

function valuePart({ answers, facts, language, approver }: Summing, say: Say): Element[] {
  const worth = worthOf(answers, facts)
  if (!worth) return []
  return [
    text(say('summary.value'), { weight: 'Bolder' }),
    ...valueLinesOf(worth, language).map((line) => text(line, { spacing: 'Small' })),
    text(approver ? `**${say('summary.approver')}:** ${approver}` : say('summary.noApprover')),
  ]
}

/** Every duty on a line of its own, law and own rules apart, each with where it stands. */
function dutyPart({ answers, facts, language }: Summing, say: Say): Element[] {
  const duties = (worthOf(answers, facts)?.duties ?? []).filter(({ ask }) => !ask)
  const of = (authority: 'law' | 'local'): Element[] => {
    const held = duties.filter(({ duty }) => duty.authority === authority)
    return held.length === 0
      ? []
      : [
          text(say(`summary.${authority}`), { weight: 'Bolder' }),
          ...held.map(({ duty, text: what, legalBasis, confirmed }) =>
            note(
              `**${inLanguage(duty.title, language)}:** ${inLanguage(what, language)} (${linkedAll([legalBasis])}${confirmed ? '' : `, ${say('summary.unconfirmed')}`})`,
            ),
          ),
        ]
  }
  return duties.length === 0
    ? []
    : [text(say('summary.duties'), { size: 'Medium', weight: 'Bolder' }), ...of('law'), ...of('local')]
}

const attachmentPart = ({ draft, attachments }: Summing, say: Say): Element[] => [
  ...(attachments.length > 0 ? [text(say('summary.attachments'), { weight: 'Bolder' })] : []),
  ...attachments.map(({ id, name }) =>
    beside(
      text(inPlainText(name)),
      removeAttachment.button(say('summary.remove'), { draft, attachment: id }),
    ),
  ),
  note(say('summary.attach')),
]
