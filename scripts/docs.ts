// Writes the inputs of each action.yml and the generated tables of the documentation. With --check, names the
// stale documents instead.
import { readFileSync, writeFileSync } from 'node:fs'
import { fillSection } from './docs/marked-sections.ts'
import { sections } from './docs/sections.ts'

const check = process.argv.includes('--check')
const documents = new Map<string, string>()
for (const section of sections()) {
  const text = documents.get(section.document) ?? readFileSync(section.document, 'utf8')
  documents.set(section.document, fillSection(text, section))
}
const stale = [...documents].filter(([document, text]) => readFileSync(document, 'utf8') !== text)
if (!check) for (const [document, text] of stale) writeFileSync(document, text)
for (const [document] of stale) {
  console.error(check ? `stale: ${document}; run npm run docs` : `written: ${document}`)
}
if (check && stale.length > 0) process.exit(1)
