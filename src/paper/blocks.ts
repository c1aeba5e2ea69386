/** What a document consists of before it is written as a file: plain data, so that what it says is one thing and how it looks another. */
import type { Language } from '../kit/say.ts'
import { legible } from './legible.ts'

/**
 * A line of text. `fill` is a place that a person completes, with a hint of what goes there; `mark` must not be
 * overlooked; `quiet` is small print.
 */
export type Line = string | { fill: string } | { mark: string } | { strong: string } | { quiet: string }
export type Lines = Line | readonly Line[]

export type Block =
  | { is: 'heading'; level: 1 | 2; text: string }
  | { is: 'display'; text: string }
  | { is: 'text'; lines: readonly Line[] }
  | { is: 'notice'; lines: readonly Line[] }
  | { is: 'list'; items: readonly Line[] }
  | { is: 'facts'; rows: readonly (readonly [name: string, value: Lines])[] }
  | Table
  | { is: 'signatures'; people: readonly (readonly [role: string, name: Line])[] }

/** `shares` are the widths of the columns, in any measure. */
type Table = {
  is: 'table'
  columns: readonly string[]
  shares: readonly number[]
  rows: readonly (readonly Lines[])[]
}

export type Paper = {
  title: string
  /** What it is about, under the title. */
  about?: Line
  /** What it is kept under; stands before the title on every page. */
  number?: string
  /** Says so on every page. */
  draft: boolean
  /** That it is written in, bokmål if not said. Places to fill in or sign are marked in bokmål whatever it is. */
  language?: Language
  /** A sheet to hang up: a frame round it, its text in the middle, and no page numbers. */
  framed?: boolean
  /** A sheet of its own before the first page, which goes when the rest is sent. */
  cover?: readonly Block[]
  blocks: readonly Block[]
}

export const heading = (text: string, level: 1 | 2 = 1): Block => ({ is: 'heading', level, text })
/** A name or the like, larger than anything else; for a framed sheet. */
export const display = (text: string): Block => ({ is: 'display', text })
export const text = (...lines: readonly Line[]): Block => ({ is: 'text', lines })
/** Set off from the rest, for what must be read first. */
export const notice = (...lines: readonly Line[]): Block => ({ is: 'notice', lines })
export const list = (items: readonly Line[]): Block => ({ is: 'list', items })

/** Pairs of name and value; a pair whose value is undefined is left out. */
export const facts = (rows: readonly (readonly [string, Lines | undefined])[]): Block => ({
  is: 'facts',
  rows: rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
})

/** The columns by name, with their share of the width. */
export const table = (columns: Readonly<Record<string, number>>, rows: Table['rows']): Table => ({
  is: 'table',
  columns: Object.keys(columns),
  shares: Object.values(columns),
  rows,
})

/** Room for each to write a date and sign. */
export const signatures = (people: readonly (readonly [role: string, name: Line])[]): Block => ({
  is: 'signatures',
  people,
})

/** What is known, or a place for it. */
export const orFill = (known: string | undefined, hint: string): Line =>
  legible(known ?? '').trim() || { fill: hint }
