import "./rolldown-runtime.mjs";
import { ClawError, line, printableText } from "./core.mjs";
import { codeText, eventNote, folded, jsonBlock, markdownTable, plural, shortName } from "./start.mjs";
import { versionsOutput } from "./usecases-inject.mjs";
// packages/reports/src/secrets.ts
/** Lists of this length or more are folded. */
const FOLDED_FROM = 11;
/** Width of a reference that fits next to a name and a version. */
const REFERENCE_COLUMN = 52;
const NAME_COLUMN = 26;
const TO = {
	exec: "for one script",
	output: "as outputs of this step",
	env: "as variables of every later step"
};
function headline({ secrets, delivery, exitCode }) {
	const what = `${plural(secrets.length, "secret")} ${TO[delivery]}`;
	return exitCode === 0 ? `## ✅ ${what}` : `## ❌ The script ended with exit code ${exitCode}; it had ${what}`;
}
function lines(secrets) {
	const [only, ...others] = secrets;
	if (only !== void 0 && others.length === 0) return [
		`- **Name** ${codeText(only.name)}`,
		`- **Reference** ${codeText(only.uri)}`,
		`- **Version read** ${codeText(only.version)}`,
		`- **Masks** ${only.masks}`
	].join("\n");
	const table = markdownTable([
		"Name",
		"Reference",
		"Version read",
		"Masks"
	], secrets.map(({ name, uri, version, masks }) => [
		shortName(name, NAME_COLUMN),
		shortName(uri, REFERENCE_COLUMN),
		shortName(version, NAME_COLUMN),
		String(masks)
	]));
	const whole = jsonBlock(secrets.map(({ name, uri, version }) => ({
		name,
		reference: uri,
		version
	})));
	const list = `${table}\n\n${folded("Whole names and references", whole)}`;
	return secrets.length < FOLDED_FROM ? list : folded(`${secrets.length} secrets`, list);
}
/** Returns the section of the job summary. */
function secretsSummary(injection) {
	return `${[
		headline(injection),
		eventNote(injection.event),
		lines(injection.secrets)
	].filter((part) => part !== "").join("\n\n")}\n`;
}
/** Returns the outputs about the injection; none if they were set together with the secrets. */
function secretsOutputs({ delivery, secrets, exitCode }) {
	if (delivery === "output") return {};
	const versions = versionsOutput(secrets);
	return delivery === "exec" ? {
		"exit-code": String(exitCode),
		...versions
	} : versions;
}
/** Warnings about who can read a secret that more than one process gets. */
const READERS = {
	output: line`Every later step of the job that names the output, and everything that runs in those steps, can read the secrets.`,
	env: line`Every later step of the job can read the secrets, including each action and each program it starts.`
};
/** Returns the text of a warning. */
function cautionText(caution) {
	if (caution.kind === "readers") return READERS[caution.delivery];
	const name = printableText(caution.name);
	if (caution.kind === "latest") return line`Secret ${name} takes the latest version: whoever may add a version decides what this job gets. Pin the number that the summary shows.`;
	const what = caution.extent === "part" ? line`A part of secret` : line`Secret`;
	return line`${what} ${name} may show in the log if it is printed: ${printableText(caution.reason)}.`;
}
/** Returns the error of a failed script, which nothing threw; undefined if the script succeeded. */
const scriptFailure = ({ exitCode }) => exitCode === 0 ? void 0 : new ClawError("COMMAND_FAILED", `The script ended with exit code ${exitCode}.`);
export { cautionText, scriptFailure, secretsOutputs, secretsSummary };
