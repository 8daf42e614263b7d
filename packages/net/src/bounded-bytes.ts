// Answers of any size are no answers: a service, or whoever stands in for it, could fill the memory.

/** All bytes of `stream`. More than `limit` of them throw what `tooLarge` makes; leaving the loop ends the stream. */
export async function boundedBytes(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
  tooLarge: () => Error,
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
