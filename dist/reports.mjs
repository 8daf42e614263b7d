import "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, ERRORS, errorAddress, errorLine, keyName, line, printable, printableText, publicKeyId, subjectDigests, toldError } from "./core.mjs";
import { codeLink, codeSpan, codeText, eventNote, folded, jsonBlock, markdownTable, plural, shortDigest, shortName } from "./start.mjs";
import { readSigner } from "./sigstore.mjs";
import { X509Certificate, createPublicKey } from "node:crypto";
// packages/reports/src/command-error.ts
/** Formats an error as one line, or as one JSON document. */
function commandError(error, json) {
	const known = error instanceof ClawError ? error : new ClawError("INTERNAL", "Something unexpected failed.");
	return json ? {
		stream: "out",
		text: `${JSON.stringify({
			ok: false,
			error: toldError(known)
		})}\n`,
		exit: known.exit
	} : {
		stream: "err",
		text: `${errorLine(known)}\n`,
		exit: known.exit
	};
}
// packages/reports/src/findings.ts
const SKIPPED = {
	"no job": "There is no job here; the credentials of this machine are used.",
	"event refused": "The event that started this run may not use it.",
	"no key": "There is no key to sign with.",
	"no trial wanted": "--no-sign was given.",
	"no timestamp authority": "No authority is named: signatures will carry no trusted time."
};
function logDetail(log) {
	return log === void 0 ? "No log is named." : `${log.href} can hold what this key signs; it was not asked, since that would write to it.`;
}
function identityDetail({ subject, issuer, repositoryVisibility }) {
	return `sub ${subject}, issuer ${issuer}, ${repositoryVisibility} repository`;
}
function passedDetail(finding) {
	const { check } = finding;
	if (check === "event") return finding.event.name;
	if (check === "identity") return identityDetail(finding.claims);
	if (check === "key") return `${finding.key.uri}, ${finding.key.algorithm}, ${finding.key.protectionLevel}`;
	if (check === "signature") return "A trial signature verifies; it was not kept.";
	if (check === "log") return logDetail(finding.log);
	if (check === "certificate") return `${finding.authority.host} certified this job for ${finding.algorithm}.`;
	return check === "timestamp" ? `${finding.authority.href} answers.` : finding.place;
}
/** Returns the service's message and, for a key that opens but does not sign, the missing permission. */
function failedDetail({ error: { message }, forbidden }) {
	if (forbidden === void 0) return message;
	const { principal = "the identity of this machine", permission, subject } = forbidden;
	return `${message} The key exists; to sign with it, ${principal} needs ${permission}; the sub of your token is ${subject}.`;
}
/** Returns the title of a check, with the host of its timestamp authority: there may be several. */
const checkTitle = (finding) => "authority" in finding && finding.check === "timestamp" ? `timestamp ${finding.authority.host}` : finding.check;
function failure({ code, remedy }) {
	return {
		code,
		remedy,
		address: errorAddress(code)
	};
}
function tellFinding(finding) {
	const { status } = finding;
	const check = checkTitle(finding);
	if (status === "ok") return {
		check,
		status,
		detail: passedDetail(finding)
	};
	if (status === "skipped") return {
		check,
		status,
		detail: SKIPPED[finding.why]
	};
	return {
		check,
		status,
		detail: failedDetail(finding),
		...failure(finding.error)
	};
}
const MARKS = {
	ok: {
		mark: "ok     ",
		style: "green"
	},
	failed: {
		mark: "FAILED ",
		style: "red"
	},
	skipped: {
		mark: "skipped",
		style: "dim"
	}
};
/** Formats one line for each finding, and under a failure what to do. */
function findingsText(findings, paint) {
	return `${findings.map(tellFinding).flatMap(({ check, status, detail, code, remedy, address }) => [`${paint(MARKS[status].style, MARKS[status].mark)}  ${check}: ${printableText(detail)}`, ...code === void 0 ? [] : [`           ${code}: ${remedy ?? ""} ${address ?? ""}`]]).join("\n")}\n`;
}
/** Formats `{"ok":…,"findings":[…]}` and a line break. */
function findingsJson(findings) {
	const described = findings.map(tellFinding);
	return `${JSON.stringify({
		ok: findingsExit(findings) === 0,
		findings: described
	})}\n`;
}
/** Returns the exit code: 0, or that of the gravest failure: wrong configuration (2) before what may pass by itself (3). */
function findingsExit(findings) {
	const exits = findings.flatMap((one) => one.status === "failed" ? [ERRORS[one.error.code].exit] : []);
	return exits.length === 0 ? 0 : Math.min(...exits);
}
// packages/reports/src/cosign-command.ts
/** The extension for the timestamps of certificate transparency logs (RFC 6962 §3.3). */
const SCT_LIST = "1.3.6.1.4.1.11129.2.4.2";
/** Checks for a name that a shell takes literally without quotes. */
const isShellPlain = (text) => /^[A-Za-z0-9_./][A-Za-z0-9_./+@:-]*$/.test(text);
/** Checks whether signing used a service that cosign does not trust by default. */
function hasOwnServices({ certificateAuthority, timestampAuthorities, log }) {
	return [
		certificateAuthority,
		...timestampAuthorities,
		log?.url
	].some((url) => url !== void 0 && !url.hostname.endsWith(".sigstore.dev"));
}
/** Checks whether cosign can verify. With a public key it uses SHA-256 and PKCS #1 v1.5 for RSA, and Ed25519 for statements only. */
function isKnownToCosign({ algorithm }, type) {
	const { hash, padding } = ALGORITHMS[algorithm];
	if (algorithm === "ed25519") return type !== void 0;
	return algorithm === "ecdsa-p256-sha256" || padding === "pkcs1" && hash === "sha256";
}
/** Returns cosign's flags for the signer; undefined if a shell would interpret a name. */
function signerFlags(signer) {
	if (signer === void 0) return ["--key key.pem"];
	const { identity, certificate } = signer;
	if (![identity.subject, identity.issuer].every(isShellPlain)) return void 0;
	return [`--certificate-identity ${identity.subject} --certificate-oidc-issuer ${identity.issuer}`, ...certificate.extensions.has(SCT_LIST) ? [] : ["--insecure-ignore-sct"]];
}
/** Returns the flags that tell cosign whom to trust, and their meaning in words; undefined if there are none. */
function cosignFlags({ services }, signer) {
	const { timestampAuthorities, log } = services;
	const own = hasOwnServices(services);
	const who = signerFlags(signer);
	if (who === void 0) return void 0;
	const flags = [
		...who,
		...own ? ["--trusted-root trusted-root.json"] : [],
		...timestampAuthorities.length > 0 ? ["--use-signed-timestamps"] : [],
		...log === void 0 ? ["--insecure-ignore-tlog"] : []
	];
	const needs = [...signer === void 0 ? ["the public key of this step in `key.pem`"] : [], ...own ? ["the trusted root of these services in `trusted-root.json`"] : []];
	return {
		flags: flags.join(" "),
		what: needs.length === 0 ? "with cosign" : `with ${needs.join(" and ")}`
	};
}
/** Wraps the command with line continuations, since a code block that is too wide hides its end. No word has a space. */
const wrapped = (command) => command.replaceAll(" --", " \\\n  --");
/**
* Returns, in Markdown, how to check the first file with cosign. Returns an empty text if there is no file, cosign does
* not know the algorithm, or a shell would interpret a name.
*/
function checkCommand(result, signer) {
	const { stored, key } = result;
	const trust = cosignFlags(result, signer);
	const [first] = stored;
	const subject = first?.bundle.subjects.find(({ source }) => source === "file");
	if (first === void 0 || subject === void 0 || trust === void 0) return "";
	const { predicateType } = first.bundle;
	if (!isKnownToCosign(key, predicateType)) return "";
	const type = predicateType === "https://slsa.dev/provenance/v1" ? "slsaprovenance1" : predicateType;
	if (![
		first.path,
		subject.name,
		type ?? "none"
	].every(isShellPlain)) return "";
	const verb = type === void 0 ? "verify-blob" : `verify-blob-attestation --type ${type}`;
	return `\nCheck it anywhere, ${trust.what}:\n\n\`\`\`sh\n${wrapped(`cosign ${verb} ${trust.flags} --bundle ${first.path}`)} \\\n  ${subject.name}\n\`\`\`\n`;
}
// packages/reports/src/signing.ts
/** Limit of rows in the folded table; the bundles name every artifact. */
const MAX_ROWS = 1e3;
const HOW_HASHED = {
	file: "hashed here",
	checksums: "from the checksums file",
	image: "named by digest",
	announced: "announced by an earlier step"
};
/** What crosses to the key service, in the words of the documentation: not every key gets only a digest. */
const WHAT_CROSSES = {
	digest: "a digest",
	message: "the whole statement",
	mu: "the external mu"
};
const publicKeyPem = ({ key }) => createPublicKey({
	key: Buffer.from(key.publicKey),
	format: "der",
	type: "spki"
}).export({
	type: "spki",
	format: "pem"
}).toString();
const certificatePem = (certificate) => new X509Certificate(certificate).toString().trim();
function artifactRows({ selected, stored }) {
	const paths = new Map(stored.flatMap(({ path, bundle }) => bundle.subjects.map((subject) => [subject, path])));
	return selected.subjects.map((subject) => {
		const [hash = "", digest = ""] = [...subjectDigests(subject)][0] ?? [];
		const { name, source } = subject;
		return {
			name,
			source,
			hash,
			digest,
			bundle: paths.get(subject) ?? ""
		};
	});
}
/** Returns what all artifacts have in common, which is said once above the table. */
function commonLines(rows) {
	const bundles = [...new Set(rows.map(({ bundle }) => bundle))];
	const sources = [...new Set(rows.map(({ source }) => source))];
	const [bundle = ""] = bundles;
	return [`- **${bundles.length === 1 ? "Bundle" : "Bundles"}** ${bundles.length === 1 ? codeText(bundle) : bundles.length}`, `- **${plural(rows.length, "digest")}** ${sources.map((source) => HOW_HASHED[source]).join(", or ")}`];
}
const isSha256 = ({ hash }) => hash === "sha256";
function artifactTable(rows) {
	const several = new Set(rows.map(({ bundle }) => bundle)).size > 1;
	const table = markdownTable([
		"Artifact",
		rows.every(isSha256) ? "SHA-256" : "Digest",
		...several ? ["Bundle"] : []
	], rows.map(({ name, hash, digest, bundle }) => [
		shortName(name),
		isSha256({ hash }) ? shortDigest(digest) : `${hash} ${shortDigest(digest)}`,
		...several ? [shortName(bundle)] : []
	]));
	const json = jsonBlock(rows.map(({ name, hash, digest, source, bundle }) => ({
		name,
		digest: `${hash}:${digest}`,
		source,
		...several ? { bundle } : {}
	})));
	return `${table}\n\n${folded("Whole names and digests", json)}`;
}
/** Describes a single artifact in lines, which no column cuts; for several, returns what they have in common. */
function artifactLines(rows) {
	const [only, ...others] = rows;
	return only === void 0 || others.length > 0 ? commonLines(rows) : [
		`- **Artifact** ${codeText(only.name)}`,
		`- **${isSha256(only) ? "SHA-256" : `Digest (${only.hash})`}** ${codeSpan(only.digest)}, ${HOW_HASHED[only.source]}`,
		`- **Bundle** ${codeText(only.bundle)}`
	];
}
function artifactList(all) {
	if (all.length === 1) return "";
	const rows = all.slice(0, MAX_ROWS);
	const more = all.length > rows.length ? `\n\nand ${all.length - rows.length} more, which are in the bundles.` : "";
	return folded(plural(all.length, "artifact"), artifactTable(rows) + more);
}
function signerLines({ key, stored, services }) {
	const { timestampAuthorities, log } = services;
	const times = timestampAuthorities.map(({ host }) => codeSpan(host)).join(", ");
	return [
		`- **Key** ${codeText(keyName(key))}`,
		`- **${plural(stored.length, "signature")}** ${codeSpan(key.algorithm)}, protection ${codeSpan(key.protectionLevel)}; ${WHAT_CROSSES[ALGORITHMS[key.algorithm].input]} crossed to the key, and each signature was checked here`,
		`- **Timestamps** ${times === "" ? "none" : times}`,
		`- **Log** ${log === void 0 ? "none" : codeSpan(log.url.host)}`
	];
}
/** Returns the section of the job summary. */
function signingSummary(title, result, certificate) {
	const rows = artifactRows(result);
	const type = result.stored[0]?.bundle.predicateType;
	return [
		`## ✅ ${title}: ${plural(rows.length, "artifact")}`,
		[
			...artifactLines(rows),
			`- **Statement** ${type === void 0 ? "none: the files themselves are signed" : codeText(type)}`,
			...signerLines(result)
		].join("\n"),
		eventNote(result.event),
		checkCommand(result, certificate),
		artifactList(rows)
	].filter((part) => part !== "").join("\n\n");
}
/** Makes the report; `title` says what was done. */
async function signingReport(title, result) {
	const { key, stored } = result;
	return {
		summary: signingSummary(title, result, key.certificate === void 0 ? void 0 : await readSigner([Buffer.from(key.certificate)])),
		outputs: {
			"bundle-paths": stored.map(({ path }) => path).join("\n"),
			"key-uri": keyName(key),
			"key-id": publicKeyId(key.publicKey),
			"public-key": publicKeyPem(result),
			algorithm: key.algorithm,
			certificate: key.certificate === void 0 ? "" : certificatePem(key.certificate)
		}
	};
}
// packages/reports/src/verdict-summary.ts
/** Denied artifacts that are shown open; the others are folded. */
const MAX_OPEN = 5;
/** Limit of listed artifacts. */
const MAX_LISTED = 1e3;
const NAME_COLUMN = 36;
const ENTRY_COLUMN = 14;
const BUNDLE_COLUMN = 30;
const isDenied = ({ decision }) => decision === "deny";
const unmet = ({ satisfiedBy }) => satisfiedBy === void 0;
/** Links the error that refused a bundle, which explains more than the code of the reason. */
const refusalLink = (found) => {
	const code = /^([A-Z][A-Z_]*): /.exec(found)?.[1];
	return code === void 0 ? "" : ` (${codeLink(code)})`;
};
const reasonLine = ({ code, what, expected, found, remedy }) => `- **${codeLink(code)}**${code === "EVIDENCE_REFUSED" ? refusalLink(found) : ""} ${codeText(what)}: expected ${codeText(expected)}, found ${codeText(found)}<br>${remedy}`;
const otherLine = ({ code, count, bundle, message }) => `- ${count} × ${codeLink(code)}, ${count === 1 ? "" : "first "}${codeText(bundle)}: ${codeText(message)}`;
/** Says why one demand is not met: everything that the nearest bundle lacks and, folded, what the others lack. */
function denial({ entry, reasons, others }) {
	const bundle = reasons[0]?.bundle;
	const total = others.reduce((sum, { count }) => sum + count, 0);
	return [
		`Demand ${codeSpan(entry)}${bundle === void 0 ? "" : `, nearest bundle ${codeText(bundle)}`}:`,
		reasons.map(reasonLine).join("\n"),
		total === 0 ? "" : folded(plural(total, "other bundle"), others.map(otherLine).join("\n"))
	].filter((part) => part !== "").join("\n\n");
}
const deniedSection = (artifact) => [`### ❌ ${codeText(artifact.name)} (SHA-256 ${shortDigest(artifact.digest)}…)`, ...artifact.entries.filter(unmet).map(denial)].join("\n\n");
function deniedSections(denied) {
	const open = denied.slice(0, MAX_OPEN).map(deniedSection);
	const rest = denied.slice(MAX_OPEN, MAX_LISTED).map(deniedSection);
	const more = denied.length - MAX_OPEN;
	return [...open, ...more > 0 ? [folded(plural(more, "more denied artifact"), rest.join("\n\n"))] : []].join("\n\n");
}
/** Says what was not checked, so that nobody takes an unchecked timestamp for a checked one. */
function notChecked(artifacts) {
	const all = artifacts.flatMap(({ entries }) => entries.map(({ unverified }) => unverified));
	const sum = (count) => all.reduce((total, one) => total + count(one), 0);
	const [timestamps, logEntries] = [sum((one) => one.timestamps), sum((one) => one.logEntries)];
	return timestamps + logEntries === 0 ? [] : [`**Not checked**, since the policy has no trustedRoots: timestamps ${timestamps}, log entries ${logEntries}`];
}
const entryLine = ({ entry, satisfiedBy, attestor }) => `- **Demand** ${codeSpan(entry)} met by ${codeText(satisfiedBy ?? "")}, signed by ${codeSpan(attestor ?? "")}`;
function allowedTable(artifacts) {
	return markdownTable([
		"Artifact",
		"SHA-256",
		"Demand",
		"Met by"
	], artifacts.flatMap(({ name, digest, entries }) => entries.map(({ entry, satisfiedBy }) => [
		shortName(name, NAME_COLUMN),
		shortDigest(digest),
		shortName(entry, ENTRY_COLUMN),
		satisfiedBy === void 0 ? "nothing" : shortName(satisfiedBy, BUNDLE_COLUMN)
	])));
}
function allowedSection(allowed, isOnly) {
	const [only] = allowed;
	if (only === void 0) return [];
	if (isOnly) return [[
		`- **Artifact** ${codeText(only.name)}`,
		`- **SHA-256** ${codeSpan(only.digest)}`,
		...only.entries.map(entryLine)
	].join("\n")];
	const more = allowed.length - MAX_LISTED;
	const table = allowedTable(allowed.slice(0, MAX_LISTED));
	return [folded(`✅ ${plural(allowed.length, "allowed artifact")}`, more > 0 ? `${table}\n\nand ${more} more.` : table)];
}
const artifactJson = ({ name, digest, decision, entries }) => ({
	name,
	digest: `sha256:${digest}`,
	decision,
	demands: entries.map(({ entry, satisfiedBy, attestor, reasons }) => ({
		demand: entry,
		...satisfiedBy === void 0 ? { reasons: reasons.map(({ code, what, expected, found, bundle }) => ({
			code,
			what,
			expected,
			found,
			bundle
		})) } : {
			bundle: satisfiedBy,
			attestor
		}
	}))
});
function headline({ decision, artifacts }, denied) {
	return decision === "allow" ? `## ✅ ${plural(artifacts.length, "artifact")} allowed` : `## ❌ ${denied} of ${plural(artifacts.length, "artifact")} denied`;
}
/** Returns the section of the job summary. */
function verdictSummary(verdict) {
	const denied = verdict.artifacts.filter(isDenied);
	const allowed = verdict.artifacts.filter((artifact) => !isDenied(artifact));
	const isOnly = verdict.artifacts.length === 1;
	const { name, digest } = verdict.policy;
	return [
		headline(verdict, denied.length),
		...denied.length === 0 ? [] : [deniedSections(denied)],
		...isOnly ? allowedSection(allowed, true) : [],
		[`Policy ${codeText(name)}, SHA-256 ${codeSpan(digest)}`, ...notChecked(verdict.artifacts)].join("<br>"),
		...isOnly ? [] : allowedSection(allowed, false),
		folded("Whole names and digests, as JSON", jsonBlock([...denied, ...allowed].slice(0, MAX_LISTED).map(artifactJson)))
	].join("\n\n");
}
// packages/reports/src/verdict.ts
const MAX_ARTIFACTS = 50;
/** Reasons and artifacts that one annotation names. */
const MAX_REASONS = 5;
/** Returns `CODE (what: expected X, found Y)` for each reason, what to do, and what the other bundles lack. */
function reasonsText({ reasons, others }) {
	const named = reasons.slice(0, MAX_REASONS);
	const own = named.map(({ code, message }) => `${code} (${message})`);
	if (reasons.length > named.length) own.push(`and ${reasons.length - named.length} more`);
	const [first] = reasons;
	const where = first?.bundle === void 0 ? "" : ` in ${printable(first.bundle)}`;
	const remedies = new Set(named.map(({ remedy }) => remedy));
	return `${own.join("; ")}${where}. ${[...remedies].join(" ")}${otherBundles(others)}`;
}
/** Counts what the bundles other than the nearest lack. */
function otherBundles(others) {
	const total = others.reduce((sum, { count }) => sum + count, 0);
	const kinds = others.map(({ code, count, bundle, message }) => `${count} ${code} (${count > 1 ? "first " : ""}${printable(bundle)}: ${printable(message)})`);
	return total === 0 ? "" : ` ${total} other ${total === 1 ? "bundle" : "bundles"}: ${kinds.join(", ")}.`;
}
const deniedLines = ({ name, entries }) => entries.filter(({ satisfiedBy }) => satisfiedBy === void 0).map((entry) => `${printable(name)}, ${entry.entry}: ${reasonsText(entry)}`);
const denied = ({ decision }) => decision === "deny";
/** Returns the outputs for a verdict that allows. A denial has none, so that no later step can read them. */
const allowedOutputs = ({ artifacts, policy }) => ({
	verdict: "allow",
	digests: JSON.stringify(artifacts.map(({ name, digest }) => ({
		name,
		digest: `sha256:${digest}`
	}))),
	"policy-digest": `sha256:${policy.digest}`
});
/** Names the denied artifacts with their reasons, for the annotation, and counts those beyond the limit. */
function denialMessage(verdict) {
	const all = verdict.artifacts.filter(denied);
	const lines = all.slice(0, MAX_REASONS).flatMap(deniedLines);
	const rest = all.length - MAX_REASONS;
	const total = verdict.artifacts.length;
	return [
		`${all.length} of ${total} ${total === 1 ? "artifact" : "artifacts"} denied by the policy "${verdict.policy.name}".`,
		lines.join(" | "),
		...rest > 0 ? [`| and ${rest} more denied artifacts.`] : []
	].join(" ");
}
/** Returns the lines for the log: one for each artifact, and one for each demand that a denied one does not meet. */
function verdictLines(verdict) {
	const sorted = [...verdict.artifacts.filter(denied), ...verdict.artifacts.filter((one) => !denied(one))];
	const shown = sorted.slice(0, MAX_ARTIFACTS);
	const rest = sorted.slice(MAX_ARTIFACTS);
	const cut = rest.filter(denied).length;
	return [
		line`Policy ${printableText(verdict.policy.name)} sha256:${printable(verdict.policy.digest)}`,
		...shown.flatMap((one) => [line`${printable(one.decision)}: sha256:${printableText(one.digest)} ${printable(one.name)}`, ...deniedLines(one).map((text) => line`  ${printableText(text)}`)]),
		...rest.length > 0 ? [line`… and ${cut} more denied and ${rest.length - cut} more allowed artifacts`] : []
	];
}
export { allowedOutputs, commandError, denialMessage, findingsExit, findingsJson, findingsText, signingReport, verdictLines, verdictSummary };
