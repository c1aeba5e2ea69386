import { z } from 'zod'
import { daySchema } from '../kit/day.ts'
import { type KnowledgeFault, readBy } from './fault.ts'
import type { Article, Place } from './item.ts'
import { idIn, readYaml } from './yaml.ts'

const frontMatterSchema = z.strictObject({
  id: z.string().min(1),
  tittel: z.string().min(1),
  eier: z.string().min(1),
  'gyldig fra': daySchema,
  'gyldig til': daySchema.nullable(),
  revideres: daySchema,
  kilde: z.string().min(1),
  versjon: z.string().optional(),
  punkt: z.string().optional(),
  datert: daySchema.optional(),
  fil: z
    .string()
    .regex(/^[^/\\]+$/, 'Skriv bare navnet på en fil i samme mappe')
    .optional(),
  lenker: z.array(z.string()).default([]),
  søkeord: z.array(z.string()).default([]),
})

/** Reads one Markdown file with front matter. `folder` is where its attachment stands. */
export function readArticle(
  markdown: string,
  file: string,
  type: Article['type'],
): { item?: Article; faults: KnowledgeFault[] } {
  const [, frontMatter, body] = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(markdown) ?? []
  if (frontMatter === undefined || body === undefined)
    return {
      faults: [
        {
          file,
          line: 1,
          field: 'hode',
          problem: 'mangler. Filen må begynne med --- og felt, og så ---',
          ...leftOut(file),
        },
      ],
    }
  const yaml = readYaml(frontMatter, file, 2)
  if (yaml.faults.length > 0) return { faults: yaml.faults.map((fault) => ({ ...fault, ...leftOut(file) })) }
  const read = readBy(frontMatterSchema, yaml.value, { file, lineOf: yaml.lineOf, id: idIn(yaml.value) })
  const faults = [...(read.faults ?? [])]
  const fault = (line: number, field: string, problem: string) =>
    faults.push({ file, line, field, problem, ...leftOut(file) })
  if (body.trim() === '')
    fault(frontMatter.split('\n').length + 3, 'tekst', 'er tom. Skriv innholdet under hodet')
  if (type === 'template' && read.data && !read.data.fil)
    fault(2, 'fil', 'mangler. En mal må vise til filen den deler ut')
  if (!read.data || faults.length > 0) return { faults }
  const place = {
    file,
    line: 1,
    fieldLines: Object.fromEntries(Object.keys(read.data).map((field) => [field, yaml.lineOf([field])])),
  }
  return { item: toArticle(read.data, body.trim(), type, place), faults: [] }
}

/** A file is named after its id: what cannot be read of it is left out, and links to it are not dead. */
const leftOut = (file: string) => ({ leftOut: file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '') })

const toArticle = (
  head: z.output<typeof frontMatterSchema>,
  body: string,
  type: Article['type'],
  place: Place,
): Article => ({
  type,
  id: head.id,
  title: head.tittel,
  owner: head.eier,
  validFrom: head['gyldig fra'],
  validTo: head['gyldig til'],
  reviewDate: head.revideres,
  source: head.kilde,
  links: head.lenker,
  searchWords: head.søkeord,
  place,
  body,
  version: head.versjon,
  section: head.punkt,
  dated: head.datert,
  attachment: head.fil && `${place.file.slice(0, place.file.lastIndexOf('/') + 1)}${head.fil}`,
})
