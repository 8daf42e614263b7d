import "./rolldown-runtime.mjs";
import { runAction, workspace } from "./runner.mjs";
import { ClawError, parseSha256 } from "./core.mjs";
import { listInput, optionalInput, requiredInput } from "./runner-inputs.mjs";
import { cloudInputs } from "./cloud-inputs.mjs";
// actions/verify-before-deploy/src/inputs.ts
function readInputs() {
	const bundles = listInput("bundles");
	if (bundles.length === 0) throw new ClawError("INPUT_MISSING", "Input bundles is required and empty.", { remedy: "Name the bundle files, one pattern on each line." });
	const digest = optionalInput("policy-digest");
	return {
		workspace: workspace(),
		sources: {
			artifacts: listInput("artifacts"),
			images: listInput("images"),
			checksums: optionalInput("checksums"),
			announced: []
		},
		bundles,
		policy: requiredInput("policy"),
		policyDigest: digest === void 0 ? void 0 : parseSha256(digest, "Input policy-digest"),
		cloud: cloudInputs()
	};
}
// actions/verify-before-deploy/src/main.ts
await runAction(async () => {
	const inputs = readInputs();
	const { run } = await import("./verify-before-deploy-run.mjs");
	return run(inputs);
});
export {};
