import "./rolldown-runtime.mjs";
import { keyIdOf, parseEndpoint, parseKeyUri, selectSubjects, systemClock } from "./core.mjs";
import { blobHash, signBlobs, signStatements, slsaProvenance, splitSubjects } from "./core-sign.mjs";
import { announceSubjects, announcedSubjects, checkEvent, codeSpan, eventPayload, githubRun, listInput, log, markdownTable, maskValue, mermaidFlow, optionalInput, requiredInput, runnerFacts, setOutputs, verifyIdentityToken, workspace, writeSummary } from "./runner.mjs";
import { checkDestination, checkUnoccupied, parseFileDestination, storeBundles } from "./evidence.mjs";
import { cloudInputs, cloudTokens } from "./cloud.mjs";
import { KMS_SCOPE } from "./kms.mjs";
import { googleKeyService } from "./kms-sign.mjs";
import { createPublicKey } from "node:crypto";
// packages/signing/src/inputs.ts
/** An endpoint input that may be left empty. */
function endpointInput(name) {
	const text = optionalInput(name);
	return text === void 0 ? void 0 : parseEndpoint(text, name);
}
/** Reads and checks them all before anything is done. Throws a ClawError that names the input. */
function signingInputs() {
	const root = workspace();
	return {
		workspace: root,
		key: parseKeyUri(requiredInput("key"), "key"),
		keyEndpoint: endpointInput("key-endpoint"),
		cloud: cloudInputs(),
		sources: {
			artifacts: listInput("artifacts"),
			images: listInput("images"),
			checksums: optionalInput("checksums"),
			announced: announcedSubjects()
		},
		destination: parseFileDestination(optionalInput("push-to") ?? "file:", root, "push-to")
	};
}
// packages/signing/src/provenance.ts
/** Nobody else accepts a token for this audience, so that one that leaks opens nothing. */
const PROVENANCE_AUDIENCE = "https://open-claw.github.io/provenance";
const GITHUB_API = "https://api.github.com";
/** Reads the inputs of provenance. */
function provenanceInputs() {
	const githubToken = optionalInput("github-token");
	if (githubToken !== void 0) maskValue(githubToken);
	return {
		githubToken,
		githubApi: parseEndpoint(optionalInput("github-api") ?? GITHUB_API, "github-api")
	};
}
/** Verifies the identity of the job and describes its build. Throws OIDC_*, EVENT_MISMATCH, GITHUB_*. */
async function jobProvenance(inputs, identity, issuer) {
	const token = await identity.mint(PROVENANCE_AUDIENCE);
	const claims = await verifyIdentityToken({
		token,
		issuer,
		audience: PROVENANCE_AUDIENCE,
		clock: systemClock
	});
	const event = eventPayload();
	checkEvent(event, claims);
	const run = inputs.githubToken === void 0 ? void 0 : await githubRun({
		token: inputs.githubToken,
		apiUrl: inputs.githubApi,
		claims
	});
	const dispatched = claims.eventName === "workflow_dispatch" ? event["inputs"] : void 0;
	return slsaProvenance({
		claims,
		runner: runnerFacts(),
		isolation: "shared-job",
		inputs: isRecord(dispatched) ? dispatched : void 0,
		run
	});
}
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
// packages/signing/src/report.ts
/** Rows before the table ends in "and N more". */
const MAX_ROWS = 50;
const HOW_HASHED = {
	file: "hashed here",
	checksums: "from the checksums file",
	image: "named by digest",
	announced: "announced by an earlier step"
};
const publicKeyPem = ({ key }) => createPublicKey({
	key: Buffer.from(key.publicKey),
	format: "der",
	type: "spki"
}).export({
	type: "spki",
	format: "pem"
}).toString();
function subjectTable({ selected, stored }) {
	const bundleOf = new Map(stored.flatMap(({ path, bundle }) => bundle.subjects.map(({ name }) => [name, path])));
	const rows = selected.subjects.slice(0, MAX_ROWS).map(({ name, digest, source }) => [
		codeSpan(name),
		codeSpan(`sha256:${digest}`),
		HOW_HASHED[source],
		codeSpan(bundleOf.get(name) ?? "")
	]);
	const more = selected.subjects.length - rows.length;
	const table = markdownTable([
		"Artifact",
		"Digest",
		"Digest is",
		"Bundle"
	], rows);
	return more > 0 ? `${table}\nand ${more} more.\n` : table;
}
function keyTable({ key, stored }) {
	return markdownTable([
		"Key",
		"Algorithm",
		"Protection",
		"Signatures"
	], [[
		codeSpan(key.uri),
		codeSpan(key.algorithm),
		codeSpan(key.protectionLevel),
		String(stored.length)
	]]);
}
function picture({ key, selected, stored }) {
	const count = selected.subjects.length;
	const [first] = selected.subjects;
	const [bundle] = stored;
	return mermaidFlow([
		{
			id: "artifacts",
			label: count === 1 ? first?.name ?? "" : `${count} artifacts`
		},
		{
			id: "statement",
			label: bundle?.bundle.predicateType ?? "digest of the file"
		},
		{
			id: "key",
			label: `${key.protectionLevel} key, ${key.algorithm}`
		},
		{
			id: "bundle",
			label: stored.length === 1 ? bundle?.path ?? "" : `${stored.length} bundles`
		}
	], [
		{
			from: "artifacts",
			to: "statement",
			label: "sha256"
		},
		{
			from: "statement",
			to: "key",
			label: "digest only"
		},
		{
			from: "key",
			to: "bundle",
			label: "signature, checked here"
		}
	]);
}
/** A name that a shell takes literally without quotes. */
const isShellPlain = (text) => /^[A-Za-z0-9_./][A-Za-z0-9_./+@:-]*$/.test(text);
function checkCommand({ stored }) {
	const [first] = stored;
	const subject = first?.bundle.subjects.find(({ source }) => source === "file");
	if (first === void 0 || subject === void 0) return "";
	const { predicateType } = first.bundle;
	const type = predicateType === "https://slsa.dev/provenance/v1" ? "slsaprovenance1" : predicateType;
	if (![
		first.path,
		subject.name,
		type ?? "none"
	].every(isShellPlain)) return "";
	return `\nCheck it anywhere, with the public key of this step in \`key.pem\`:\n\n\`\`\`sh\ncosign ${type === void 0 ? "verify-blob" : `verify-blob-attestation --type ${type}`} --key key.pem --bundle ${first.path} --insecure-ignore-tlog ${subject.name}\n\`\`\`\n`;
}
/** Writes the outputs, all at once, and the summary. */
async function reportSigning(title, result) {
	const { key, stored } = result;
	await writeSummary([
		`## ${title}`,
		picture(result),
		keyTable(result),
		subjectTable(result),
		checkCommand(result)
	].join("\n\n"));
	setOutputs({
		"bundle-paths": stored.map(({ path }) => path).join("\n"),
		"key-uri": key.uri,
		"key-id": keyIdOf(key.publicKey),
		"public-key": publicKeyPem(result),
		algorithm: key.algorithm
	});
}
// packages/signing/src/signing-step.ts
/** Lines of the log for bundles, before they are counted. */
const MAX_LOGGED = 20;
async function openKey(inputs, identity) {
	const key = await googleKeyService({
		endpoint: inputs.keyEndpoint,
		tokens: cloudTokens(inputs.cloud, identity, KMS_SCOPE),
		clock: systemClock
	}).open(inputs.key);
	log(`Key ${key.uri} (${key.algorithm}, ${key.protectionLevel})`);
	return key;
}
async function select(inputs, hashes) {
	log("Hashing the artifacts…");
	const selected = await selectSubjects(inputs.workspace, inputs.sources, hashes);
	log(`Subjects: ${selected.subjects.length}, of which ${selected.files.size} were hashed here`);
	return selected;
}
async function publish(inputs, key, selected, bundles) {
	const stored = await storeBundles(inputs.destination, bundles);
	for (const { path } of stored.slice(0, MAX_LOGGED)) log(`Wrote ${path}`);
	if (stored.length > MAX_LOGGED) log(`… and ${stored.length - MAX_LOGGED} more bundles`);
	announceSubjects(selected.subjects.filter(({ source }) => source === "file" || source === "image").map(({ name, digest, source }) => ({
		name,
		digest: `sha256:${digest}`,
		kind: source === "file" ? "file" : "oci"
	})));
	return {
		key,
		selected,
		stored
	};
}
/** One statement about all subjects, one signature. */
async function signPredicate(inputs, identity, predicate) {
	const [key, selected, made] = await Promise.all([
		openKey(inputs, identity),
		select(inputs, []),
		predicate(),
		checkDestination(inputs.destination)
	]);
	const planned = splitSubjects(selected.subjects).map((subjects) => ({
		subjects,
		predicateType: made.type
	}));
	await checkUnoccupied(inputs.destination, planned);
	return publish(inputs, key, selected, await signStatements(key, selected.subjects, made));
}
/** One message signature per file. The key is opened first: it decides the hash. */
async function signEachArtifact(inputs, identity) {
	const [key] = await Promise.all([openKey(inputs, identity), checkDestination(inputs.destination)]);
	const selected = await select(inputs, [blobHash(key)]);
	const digests = new Map([...selected.files].map(([name, { digests: own }]) => [name, own]));
	const planned = selected.subjects.map((subject) => ({
		subjects: [subject],
		predicateType: void 0
	}));
	await checkUnoccupied(inputs.destination, planned);
	return publish(inputs, key, selected, await signBlobs(key, selected.subjects, digests));
}
export { jobProvenance, provenanceInputs, reportSigning, signEachArtifact, signPredicate, signingInputs };
