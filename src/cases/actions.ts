import { z } from 'zod'
import { action } from '../kit/action.ts'
import { everyone } from '../people/people.ts'

const number = z.string().regex(/^(?:S-\d+|\d{4}-\d{4,})$/)
const name = z.string().min(1).max(30)
/** Some clients leave out what is empty. */
const words = z.string().max(4_000).optional()

/** Shows a case to one of its parties, or to an officer. */
export const showCase = action('cases.show', {
  needs: everyone,
  alone: true,
  carries: z.object({ number, all: z.literal(true).optional() }),
})
/** Asks for what has to be said with a move. */
export const beginMove = action('cases.begin', {
  needs: everyone,
  alone: true,
  carries: z.object({ number, move: name, version: z.number().int() }),
})
/** Makes a move. `version` is the case as it was seen; who may make it is checked against the case itself. */
export const makeMove = action('cases.move', {
  needs: everyone,
  alone: true,
  carries: z.object({
    number,
    move: name,
    version: z.number().int(),
    words,
    officer: z.string().max(200).optional(),
    reference: z.string().max(100).optional(),
    steps: words,
  }),
})
/** Takes a case, also where others read it. */
export const takeCase = action('cases.take', {
  needs: 'officer',
  carries: z.object({ number }),
})
/** Answers a question where others of the section read it; takes it where nobody has. */
export const answerCase = action('cases.answer', {
  needs: 'officer',
  carries: z.object({ number, words }),
})
/** Sends a case to the officer alone, from where others read it. */
export const sendCase = action('cases.send', {
  needs: 'officer',
  carries: z.object({ number }),
})
export const getAttachment = action('cases.attachment', {
  needs: everyone,
  alone: true,
  carries: z.object({ number, attachment: z.uuid() }),
})
export const correctRequest = action('cases.correct', {
  needs: everyone,
  alone: true,
  carries: z.object({ number }),
})

const article = {
  number,
  title: z.string().max(400).optional(),
  body: z.string().max(6_000).optional(),
  owner: z.string().max(400).optional(),
  validTo: z.string().max(40).optional(),
}
/** Begins an article from an answer, looks it over, and publishes it: all that is filled in goes along. */
export const draftArticle = action('cases.article', {
  needs: 'officer',
  alone: true,
  carries: z.object(article),
})
export const previewArticle = action('cases.article-preview', {
  needs: 'officer',
  alone: true,
  carries: z.object(article),
})
export const publishArticle = action('cases.article-publish', {
  needs: 'officer',
  alone: true,
  carries: z.object(article),
})
