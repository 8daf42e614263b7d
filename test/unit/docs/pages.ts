import { globSync, readFileSync } from 'node:fs'

/** Every document for people, by its path. */
export const PAGES: ReadonlyMap<string, string> = new Map(
  ['*.md', 'docs/**/*.md', 'packages/*/*.md']
    .flatMap((pattern) => globSync(pattern))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => [path, readFileSync(path, 'utf8')] as const),
)

export const pageText = (path: string): string => PAGES.get(path) ?? ''

/** Fenced blocks of `language` on a page. */
export const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].flatMap(([, kind, body = '']) =>
    kind === language ? [body] : [],
  )
