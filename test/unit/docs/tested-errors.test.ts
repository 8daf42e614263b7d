// Every error has a test that names it.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { ERRORS } from '@open-claw/core'

const tests = globSync('test/**/*.ts').map((path) => readFileSync(path, 'utf8'))
const isNamed = (code: string): boolean => tests.some((text) => new RegExp(`'${code}'`).test(text))

test('every code of the table is named by a test', () => {
  expect(Object.keys(ERRORS).filter((code) => !isNamed(code))).toEqual([])
})

test('a code that no test names is found', () => {
  expect(isNamed(['CODE', 'OF', 'NO', 'TEST'].join('_'))).toBe(false)
})
