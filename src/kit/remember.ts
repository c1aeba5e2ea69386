/** Works something out once for each owner and key. What was worked out is forgotten with its owner. */
export function remembering<Owner extends object, Value>(): (
  owner: Owner,
  key: string,
  workOut: () => Value,
) => Value {
  const known = new WeakMap<Owner, Map<string, { value: Value }>>()
  return (owner, key, workOut) => {
    const of = known.get(owner) ?? new Map<string, { value: Value }>()
    known.set(owner, of)
    const kept = of.get(key) ?? { value: workOut() }
    of.set(key, kept)
    return kept.value
  }
}
