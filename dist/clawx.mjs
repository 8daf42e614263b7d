// packages/cli/src/main.ts
const NEEDED = 24;
if (Number(process.versions.node.split(".")[0]) >= NEEDED) {
	const { clawx } = await import("./cli-clawx.mjs");
	await clawx();
} else {
	const code = "RUNNER_CONTRACT";
	const message = `clawx does not run on Node.js ${process.version}.`;
	const remedy = `Run it with Node.js ${NEEDED} or newer.`;
	const address = "https://github.com/open-claw/open-claw/blob/main/docs/errors.md#runner_contract";
	if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify({
		ok: false,
		error: {
			code,
			message,
			remedy,
			address
		}
	})}\n`);
	else process.stderr.write(`${code}: ${message} ${remedy} ${address}\n`);
	process.exitCode = 2;
}
export {};
