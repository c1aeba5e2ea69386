import { createRequire } from 'node:module'

type Mapper = { type: { additionalProperties?: unknown } }

/**
 * botbuilder cuts what it does not know out of every entity it sends, and with it the citations, while its own test
 * adapter shows them. Called once, before the first adapter is made; a test watches what really leaves.
 */
export function keepEntities(): void {
  const require = createRequire(import.meta.url)
  const mappers: Record<
    string,
    Mapper | undefined
  > = require('botframework-connector/lib/connectorApi/models/mappers')
  for (const name of ['Entity', 'ChannelAccount']) {
    const mapper = mappers[name]
    if (mapper) mapper.type.additionalProperties = { type: { name: 'Object' } }
  }
}
