// Says which Node.js it takes before anything is loaded that an older one cannot even read.
const NEEDED = 24
const found = Number(process.versions.node.split('.')[0])

if (found >= NEEDED) {
  const { clawx } = await import('./clawx.ts')
  await clawx()
} else {
  const message = `clawx needs Node.js ${NEEDED} or newer; this is ${process.version}.`
  if (process.argv.includes('--json'))
    process.stdout.write(`${JSON.stringify({ ok: false, error: { code: 'RUNNER_CONTRACT', message } })}\n`)
  else process.stderr.write(`${message}\n`)
  process.exitCode = 2
}
