import { z } from 'zod'
import { action } from '../kit/action.ts'
import { everyone } from '../people/people.ts'
import { longest, nudges, topics } from './announcement.ts'

const id = z.string().regex(/^K-\d{1,9}$/)
const revision = z.number().int().positive()
/** Some clients leave out what is empty. */
const words = (most: number) => z.string().max(most).optional()
/** A toggle comes as text. */
const toggle = z.enum(['true', 'false']).optional()
const byAuthor = { needs: 'author', alone: true } as const
const byOfficer = { needs: 'officer', alone: true } as const

/** Shows the form of a draft, or of a correction. `part` = which of its forms. */
export const editDraft = action('announcements.edit', {
  ...byAuthor,
  carries: z.object({ id, part: z.enum(['text', 'languages']).optional() }),
})
/** Keeps what is filled in, and goes on. */
export const saveDraft = action('announcements.save', {
  ...byAuthor,
  carries: z.object({
    id,
    next: z.enum(['audience', 'languages', 'image', 'file', 'bare', 'list', 'text', 'later']),
    title: words(longest.title),
    text: words(longest.text),
    titleNn: words(longest.title),
    textNn: words(longest.text),
    titleEn: words(longest.title),
    textEn: words(longest.text),
    topic: z.enum(topics).optional().catch(undefined),
    link: words(longest.link),
    alt: words(longest.alt),
    expiresOn: words(40),
    mandatory: toggle,
    readBack: toggle,
    nudgeAfter: z.enum(['0', ...nudges.map(String)]).optional(),
  }),
})
export const chooseAudience = action('announcements.audience', {
  ...byAuthor,
  carries: z.object({ id, kind: z.enum(['units', 'roles', 'agreement', 'channel']).optional() }),
})
export const setAudience = action('announcements.set-audience', {
  ...byAuthor,
  carries: z.object({
    id,
    kind: z.enum(['everyone', 'units', 'roles', 'agreement', 'channel', 'list']),
    chosen: words(10_000),
  }),
})
export const previewDraft = action('announcements.preview', { ...byAuthor, carries: z.object({ id }) })
export const askWhen = action('announcements.when', { ...byAuthor, carries: z.object({ id }) })
/** Sends, asks for the second officer, or plans, as it was previewed. */
export const sendDraft = action('announcements.send', {
  ...byAuthor,
  carries: z.object({
    id,
    revision,
    how: z.enum(['soon', 'anyway', 'at']),
    day: words(40),
    time: words(10),
  }),
})
export const sendCorrection = action('announcements.correct', {
  ...byAuthor,
  carries: z.object({ id, revision }),
})
/** Asks another officer to send a correction that needs one. */
export const askCorrection = action('announcements.ask-correction', {
  ...byAuthor,
  carries: z.object({ id, revision }),
})
export const approve = action('announcements.approve', {
  ...byOfficer,
  carries: z.object({ id, revision }),
})
export const giveBack = action('announcements.return', {
  ...byOfficer,
  carries: z.object({ id, words: words(1_000) }),
})
/** `sure` where it was asked whether. */
export const control = action('announcements.control', {
  ...byAuthor,
  carries: z.object({
    id,
    deed: z.enum(['pause', 'resume', 'cancel', 'again', 'recall', 'remove', 'duplicate', 'withdraw']),
    sure: z.literal(true).optional(),
  }),
})
export const showStatus = action('announcements.status', { ...byAuthor, carries: z.object({ id }) })
export const exportCopies = action('announcements.export', { ...byAuthor, carries: z.object({ id }) })

export const showAnnouncement = action('announcements.show', {
  needs: everyone,
  alone: true,
  carries: z.object({ id }),
})
export const understand = action('announcements.understood', {
  needs: everyone,
  carries: z.object({ id }),
})
export const askAbout = action('announcements.ask', {
  needs: everyone,
  carries: z.object({ id, words: words(2_000), asks: z.literal(true).optional() }),
})
export const getFile = action('announcements.file', {
  needs: everyone,
  alone: true,
  carries: z.object({ id }),
})
export const setTopic = action('announcements.topic', {
  needs: everyone,
  alone: true,
  carries: z.object({ topic: z.enum(topics), out: z.boolean() }),
})
