import { __toESM } from "./rolldown-runtime.mjs";
import { ClawError, ERRORS, digestSet, isAlgorithm, isJsonObject, isPrintable, isUri, printable, sha256FromBytes } from "./core.mjs";
import { array, check, custom, getDotPath, guard, integer, literal, maxLength, maxValue, minLength, minValue, nonEmpty, number, optional, picklist, pipe, rawTransform, record, regex, safeParse, strictObject, string, transform, union } from "./vendor-valibot.mjs";
import { PROVENANCE_TYPES, matchSubjects } from "./core-verify.mjs";
import { parseEndpoint } from "./net.mjs";
import { createHash } from "node:crypto";
import { isUtf8 } from "node:buffer";
// packages/policy/src/decide/certified.ts
/** Adds the server, which certificates from before 2023 name only in the subject's workflow, not in the repository. */
const onServer = (value, { subject }) => `${URL.canParse(subject) ? new URL(subject).origin : ""}/${value}`;
/** Removes the name of the hash, which Fulcio allows in a digest (oid-info.md, Build Signer Digest). */
const bare = (value) => value.replace(/^sha1:/, "");
const TABLE = {
	repository: [{ claim: "sourceRepositoryURI" }, {
		claim: "githubWorkflowRepository",
		read: onServer
	}],
	repositoryId: [{ claim: "sourceRepositoryIdentifier" }],
	ref: [{ claim: "sourceRepositoryRef" }, { claim: "githubWorkflowRef" }],
	commit: [{
		claim: "sourceRepositoryDigest",
		read: bare
	}, { claim: "githubWorkflowSHA" }],
	event: [{ claim: "buildTrigger" }, { claim: "githubWorkflowTrigger" }],
	runnerEnvironment: [{ claim: "runnerEnvironment" }],
	invocationId: [{ claim: "runInvocationURI" }]
};
const certifiedClaim = ({ claims }, name) => Object.hasOwn(claims, name) ? claims[name] : void 0;
/** Returns all that the certificate says about `field`. */
function certified(identity, field) {
	return (TABLE[field] ?? []).flatMap(({ claim, read = bareValue }) => {
		const value = certifiedClaim(identity, claim);
		return value === void 0 ? [] : [{
			claim,
			value: read(value, identity)
		}];
	});
}
const bareValue = (value) => value;
const isWorkflow = (uri) => uri.includes("/.github/workflows/");
/** Returns the workflow that requested the certificate. GitHub repeats it in the subject; before 2023 only the subject names it. */
function certifiedSigner(identity) {
	const signer = certifiedClaim(identity, "buildSignerURI");
	if (signer !== void 0) return {
		claim: "buildSignerURI",
		value: signer
	};
	return isWorkflow(identity.subject) ? {
		claim: "subject",
		value: identity.subject
	} : void 0;
}
// packages/policy/src/decide/agreement.ts
const SOURCE = [
	"repository",
	"repositoryId",
	"ref",
	"commit",
	"event",
	"runnerEnvironment"
];
const RUN = [...SOURCE, "invocationId"];
const GITHUB_BUILD_TYPES = ["https://actions.github.io/buildtypes/workflow/v1", "https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1"];
const DELEGATOR_BUILD_TYPE = "https://github.com/slsa-framework/slsa-github-generator/delegator-generic@v0";
const AGREEMENTS = [
	{
		clause: "https://actions.github.io/buildtypes/workflow/v1",
		buildTypes: [...GITHUB_BUILD_TYPES, "https://open-claw.github.io/buildtypes/github-actions/v1"],
		fields: RUN
	},
	{
		clause: "https://github.com/slsa-framework/slsa-github-generator/tree/main/internal/builders",
		buildTypes: [
			DELEGATOR_BUILD_TYPE,
			"https://slsa.dev/container-based-build/v0.1?draft",
			"https://github.com/slsa-framework/slsa-github-generator/generic@v1",
			"https://github.com/slsa-framework/slsa-github-generator/container@v1",
			"https://github.com/slsa-framework/slsa-github-generator/go@v1"
		],
		fields: RUN
	},
	{
		clause: "https://github.com/npm/cli/blob/latest/workspaces/libnpmpublish/lib/provenance.js",
		buildTypes: [
			"https://github.com/npm/cli/gha@v0",
			"https://github.com/npm/cli/gha@v1",
			"https://github.com/npm/cli/gha/v2"
		],
		fields: SOURCE
	}
];
/** Anybody can write an unknown build type: its values must equal those that a platform vouches for. */
const UNKNOWN = {
	clause: "https://slsa.dev/spec/v1.0/verifying-artifacts",
	buildTypes: [],
	fields: SOURCE
};
const agreementFor = (buildType) => AGREEMENTS.find(({ buildTypes }) => buildTypes.some((type) => type === buildType)) ?? UNKNOWN;
/** npm, and GitHub's own action before late 2024, name the runner; npm before 2023 omits its kind. */
const RUNNER_BUILDER = /^https:\/\/github\.com\/actions\/runner(?:\/(?<environment>.*))?$/s;
/** Workflows that call another builder and sign for it after checking which one it was (BYOB.md). */
const DELEGATOR = /^https:\/\/github\.com\/slsa-framework\/slsa-github-generator\/\.github\/workflows\/delegator_(?:lowperms-)?generic_slsa3\.yml@/;
/** Checks whether the certificate can name the same builder. Other forms of `builderId` are left to the rule on builders. */
function isComparable({ buildType, builderId = "" }, signer) {
	if (buildType === DELEGATOR_BUILD_TYPE && DELEGATOR.test(signer)) return false;
	return isWorkflow(builderId) || GITHUB_BUILD_TYPES.some((type) => type === buildType);
}
function builderMismatch(identity, facts) {
	const { builderId } = facts;
	if (builderId === void 0) return void 0;
	const mismatch = (claim, expected) => contradiction(facts, claim, expected, builderId);
	const runner = RUNNER_BUILDER.exec(builderId);
	if (runner !== null) {
		const said = runner.groups?.["environment"];
		const environment = certifiedClaim(identity, "runnerEnvironment");
		return said === void 0 || environment === void 0 || said === environment ? void 0 : mismatch("runnerEnvironment", environment);
	}
	const signer = certifiedSigner(identity);
	if (signer === void 0 || signer.value === builderId || !isComparable(facts, signer.value)) return void 0;
	return mismatch(signer.claim, signer.value);
}
const contradiction = ({ buildType }, claim, expected, found) => ({
	code: "CERTIFICATE_MISMATCH",
	what: `${claim}, which the provenance has to repeat (${agreementFor(buildType).clause})`,
	expected: `${printable(expected)}, as the certificate says`,
	found: `${printable(found)} in the provenance`
});
/** Returns all disagreements. A missing value contradicts nothing: a policy that needs it demands it. */
function disagreements(identity, facts) {
	const fields = agreementFor(facts.buildType).fields.flatMap((field) => {
		const said = facts[field];
		const other = certified(identity, field).find(({ value }) => said !== void 0 && value !== said);
		return said === void 0 || other === void 0 ? [] : [contradiction(facts, other.claim, other.value, said)];
	});
	const builder = builderMismatch(identity, facts);
	return builder === void 0 ? fields : [...fields, builder];
}
// packages/policy/src/language/pattern.ts
/** With more stars, no person can tell what a pattern matches. */
const MAX_STARS = 4;
const MAX_LENGTH = 512;
/** A character that a value must have besides separators, which every value has. */
const LITERAL = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
const isGlob = (text) => text.includes("*");
function isPattern(text) {
	const stars = text.split("*").length - 1;
	return text.trim() === text && text !== "" && text.length <= MAX_LENGTH && stars <= MAX_STARS && !text.includes("**") && isPrintable(text) && (stars === 0 || LITERAL.test(text));
}
/** Checks whether `glob` matches all of `segment`, which holds no `/`. Leftmost matches suffice, so no text takes long. */
function matchesSegment(glob, segment) {
	const [head = "", ...parts] = glob.split("*");
	const tail = parts.pop();
	if (tail === void 0) return segment === head;
	if (!segment.startsWith(head)) return false;
	let at = head.length;
	for (const part of parts) {
		const found = segment.indexOf(part, at);
		if (found === -1) return false;
		at = found + part.length;
	}
	return segment.length >= at + tail.length && segment.endsWith(tail);
}
/** Checks whether `pattern` matches all of `value`. Case counts. */
function matchesPattern(pattern, value) {
	const globs = pattern.split("/");
	const segments = value.split("/");
	return globs.length === segments.length && globs.every((glob, index) => matchesSegment(glob, segments[index] ?? ""));
}
/** On a host that many share, the first part of the path tells its owners apart. */
const URL_FORM = /^[a-z][a-z0-9+.-]*:\/\/(?<host>[^/]*)(?:\/(?<owner>[^/]*).*)?$/s;
/** `urn:acme:*`; an address has no colon. */
const URN_FORM = /^[a-z][a-z0-9+.-]*:[^*/@]*[\p{L}\p{N}][^*/@]*\*[^/]*$/u;
const isDomain = (domain) => !isGlob(domain) && LITERAL.test(domain);
/**
* Checks whether only the owner of something can match `pattern`: an exact value, a URL with host and first
* part, an address at one domain, or a URN with a fixed beginning.
*/
function namesSomebody(pattern) {
	if (!isGlob(pattern)) return true;
	const url = URL_FORM.exec(pattern)?.groups;
	if (url !== void 0) return isDomain(url["host"] ?? "") && LITERAL.test(url["owner"] ?? "");
	if (pattern.includes("/")) return false;
	return pattern.includes("@") ? isDomain(pattern.slice(pattern.lastIndexOf("@") + 1)) : URN_FORM.test(pattern);
}
/** Git writes a branch as refs/heads/NAME and a tag as refs/tags/NAME; these words are mistakes. */
const NO_KINDS = /* @__PURE__ */ new Set([
	"branch",
	"branches",
	"head",
	"tag"
]);
/** Checks whether `pattern` can match a git ref: `refs/`, a kind and a name. */
function canBeRef(pattern) {
	const [refs = "", kind = "", ...name] = pattern.split("/");
	return matchesSegment(refs, "refs") && !NO_KINDS.has(kind) && name.length > 0 && !name.includes("");
}
/** Checks whether `pattern` can match a workflow identity: a URL, an @ and a ref. */
function canBeWorkflow(pattern) {
	const [repository = "", file] = pattern.split("/.github/workflows/");
	return file === void 0 || repository.includes("://") && (file.includes("@") || isGlob(file));
}
// packages/policy/src/decide/attestor.ts
/** Names the signer in a report; printable. */
const shownSigner = (signer) => printable(signer.kind === "key" ? signer.key.name : `${signer.identity.subject}, certified for ${signer.identity.issuer}`);
const isMet = (patterns, value) => value !== void 0 && patterns.some((pattern) => matchesPattern(pattern, value));
/** Compares the certificate with each demand of the rule. */
function certificateParts(rule, identity) {
	const { issuer, subject } = identity;
	return [
		{
			what: "issuer",
			expected: [rule.issuer],
			found: issuer,
			isMet: issuer === rule.issuer
		},
		{
			what: "subject",
			expected: rule.subjects,
			found: subject,
			isMet: isMet(rule.subjects, subject)
		},
		...Object.entries(rule.claims ?? {}).map(([name, patterns]) => {
			const found = certifiedClaim(identity, name);
			return {
				what: `claim ${name}`,
				expected: patterns,
				found,
				isMet: isMet(patterns, found)
			};
		})
	];
}
/** Counts each name once, however often it appears. */
const distinct = (names) => new Set(names).size;
function missingWitnesses(attestor, { times, logged }) {
	const { timestamps = 0, logEntries = 0 } = attestor.witnesses ?? {};
	const authorities = times.filter(({ source }) => source === "timestamp-authority");
	return [{
		what: "timestamp authorities",
		least: timestamps,
		got: distinct(authorities.map(({ authority }) => authority))
	}, {
		what: "transparency logs",
		least: logEntries,
		got: distinct(logged.map(({ log }) => log))
	}].filter(({ least, got }) => got < least).map(({ what, least, got }) => ({
		code: "WITNESS_MISSING",
		what,
		expected: String(least),
		found: String(got)
	}));
}
/** A witness may give any number, even one that is not a date. */
const shownTime = (time) => Number.isNaN(new Date(time).getTime()) ? String(time) : new Date(time).toISOString();
/** Every established time must be inside the window, as for a certificate: a later stamp could hide when the key signed. */
function outsideWindow(attestor, { times }) {
	if (!("key" in attestor)) return [];
	const { notBefore = -Infinity, notAfter = Infinity } = attestor.key;
	if (notBefore === -Infinity && notAfter === Infinity) return [];
	const expected = [...notBefore === -Infinity ? [] : [`not before ${shownTime(notBefore)}`], ...notAfter === Infinity ? [] : [`not after ${shownTime(notAfter)}`]].join(" and ");
	const what = `time of a signature by "${attestor.name}"`;
	if (times.length === 0) return [{
		code: "TRUSTED_TIME_MISSING",
		what,
		expected,
		found: "no trusted time"
	}];
	return times.filter(({ time }) => !(time >= notBefore && time <= notAfter)).slice(0, 1).map(({ time, authority }) => ({
		code: "OUTSIDE_KEY_WINDOW",
		what,
		expected,
		found: `${shownTime(time)}, says ${authority}`
	}));
}
const missingCompanions = (attestor, facts) => [...missingWitnesses(attestor, facts), ...outsideWindow(attestor, facts)];
function nearestCertified(attestors, identity) {
	const [nearest] = attestors.flatMap((one) => {
		if (!("certificate" in one)) return [];
		const parts = certificateParts(one.certificate, identity);
		return [{
			name: one.name,
			parts,
			share: parts.filter((part) => part.isMet).length / parts.length
		}];
	}).toSorted((a, b) => b.share - a.share);
	if (nearest === void 0 || nearest.share === 0) return void 0;
	const mismatches = nearest.parts.filter((part) => !part.isMet).map(({ what, expected, found }) => ({
		code: "ATTESTOR_NOT_ALLOWED",
		what: `${what} of the certificate, for "${nearest.name}"`,
		expected: expected.join(" or "),
		found
	}));
	return {
		attestor: void 0,
		share: nearest.share,
		mismatches
	};
}
const isSigner = (attestor, signer) => signer.kind === "key" ? "key" in attestor && attestor.name === signer.key.name : "certificate" in attestor && certificateParts(attestor.certificate, signer.identity).every((part) => part.isMet);
/** Finds the attestor that signed and what it lacks, or says why none of them signed. */
function matchSigner(attestors, facts) {
	const { signer } = facts;
	const [best] = attestors.filter((attestor) => isSigner(attestor, signer)).map((attestor) => ({
		attestor,
		mismatches: missingCompanions(attestor, facts)
	})).toSorted((a, b) => a.mismatches.length - b.mismatches.length);
	if (best !== void 0) return {
		...best,
		share: 1
	};
	return (signer.kind === "certificate" ? nearestCertified(attestors, signer.identity) : void 0) ?? {
		attestor: void 0,
		share: 0,
		mismatches: [{
			code: "ATTESTOR_NOT_ALLOWED",
			what: "signature",
			expected: `one of ${attestors.map(({ name }) => name).join(" or ")}`,
			found: shownSigner(signer)
		}]
	};
}
// packages/policy/src/decide/provenance-demands.ts
const matchesAny = (patterns, value) => patterns.some((pattern) => matchesPattern(pattern, value));
const exactly = (allowed) => ({
	allowed,
	matches: (rule, value) => allowed(rule)?.includes(value) === true
});
const only = (value) => value === void 0 ? void 0 : [value];
const DEMANDS = [
	{
		field: "repository",
		what: "repository",
		code: "REPOSITORY_MISMATCH",
		...exactly(({ repository }) => [repository])
	},
	{
		field: "repositoryId",
		what: "repository id",
		code: "REPOSITORY_ID_MISMATCH",
		...exactly(({ repositoryId }) => only(repositoryId))
	},
	{
		field: "ref",
		what: "ref",
		code: "REF_MISMATCH",
		allowed: ({ refs }) => refs,
		matches: ({ refs }, value) => matchesAny(refs, value)
	},
	{
		field: "builderId",
		what: "builder",
		code: "BUILDER_MISMATCH",
		allowed: ({ builders }) => builders,
		matches: ({ builders }, value) => matchesAny(builders, value)
	},
	{
		field: "event",
		what: "event",
		code: "EVENT_MISMATCH",
		...exactly(({ events }) => events)
	},
	{
		field: "isolation",
		what: "isolation",
		code: "ISOLATION_MISMATCH",
		...exactly(({ isolation }) => isolation)
	},
	{
		field: "runnerEnvironment",
		what: "runner environment",
		code: "RUNNER_ENVIRONMENT_MISMATCH",
		...exactly(({ runnerEnvironment }) => only(runnerEnvironment))
	}
];
/** Counts the demands that the policy makes. */
const countDemands = (rule) => rule === void 0 ? 0 : DEMANDS.filter(({ allowed }) => allowed(rule) !== void 0).length;
/**
* Returns the demands that are not met. What a certificate says must match as well: the build's claim does not
* meet a demand that its platform contradicts, and the platform's claim meets one if the build is silent.
*/
function unmetDemands(rule, facts, identity) {
	return DEMANDS.flatMap(({ field, what, code, allowed, matches }) => {
		const expected = allowed(rule)?.join(" or ");
		if (expected === void 0) return [];
		const said = facts[field];
		const values = [...said === void 0 ? [] : [said], ...identity === void 0 ? [] : certified(identity, field).map(({ value }) => value)];
		if (values.length === 0) return [{
			code: "PROVENANCE_INCOMPLETE",
			what,
			expected,
			found: void 0
		}];
		const found = values.find((value) => !matches(rule, value));
		return found === void 0 ? [] : [{
			code,
			what,
			expected,
			found
		}];
	});
}
// packages/policy/src/decide/demands.ts
const entryDemands = ({ attestors }, entry) => ({
	entry,
	attestors: attestors.filter(({ name }) => entry.attestors.includes(name))
});
const shownType = (type) => type ?? "a signature over the file";
/** Assesses one bundle against the whole entry: halves from two bundles do not add up. */
function assess({ entry, attestors }, facts) {
	const { attestor, share, mismatches } = matchSigner(attestors, facts);
	const signed = {
		met: share + (attestor === void 0 ? 0 : 3 - mismatches.length),
		attestor: attestor?.name
	};
	const type = facts.kind === "statement" ? facts.predicateType : void 0;
	if (type !== entry.predicateType) {
		const wrong = {
			code: "PREDICATE_TYPE_MISMATCH",
			what: "kind of bundle",
			expected: shownType(entry.predicateType),
			found: shownType(type)
		};
		return {
			...signed,
			mismatches: [wrong, ...mismatches]
		};
	}
	const stated = facts.kind === "statement" ? statementMismatches(entry, facts) : [];
	const demands = 2 + countDemands(entry.provenance);
	return {
		...signed,
		met: signed.met + demands - stated.length,
		mismatches: [...mismatches, ...stated]
	};
}
const NO_PROVENANCE = {
	code: "PROVENANCE_INCOMPLETE",
	what: "predicate",
	expected: "SLSA provenance",
	found: void 0
};
function statementMismatches({ provenance: rule }, { provenance, signer }) {
	if (provenance === void 0) return rule === void 0 ? [] : [NO_PROVENANCE];
	const identity = signer.kind === "certificate" ? signer.identity : void 0;
	return [...identity === void 0 ? [] : disagreements(identity, provenance), ...rule === void 0 ? [] : unmetDemands(rule, provenance, identity)];
}
// packages/policy/src/decide/subject.ts
/** Adds the SHA-256 of an artifact to its digests. */
const withEveryDigest = (artifact) => ({
	...artifact,
	digests: digestSet([["sha256", artifact.digest], ...artifact.digests])
});
/** A cheap test for every bundle. Finding the reason for a mismatch reads all subjects, so only reported bundles get one. */
function hasDigest({ subjects }, { digests }) {
	for (const [hash, value] of digests) if (subjects.byDigest.has(`${hash}:${value}`)) return true;
	return false;
}
/**
* A signature over bytes counts only for bytes that were hashed here. Otherwise an attacker could name the
* digest of an encoded envelope as an image, and the signature of the envelope would pass for one of the image.
*/
const isOver = ({ hash, digest }, artifact) => artifact.source !== "image" && artifact.digests.get(hash) === digest;
/** Returns the names that the bundle gives the artifact; undefined if it is not about it. */
function givenNames(facts, artifact) {
	if (facts.kind === "blob") return isOver(facts, artifact) ? [void 0] : void 0;
	if (!hasDigest(facts, artifact)) return void 0;
	const match = matchSubjects(facts.subjects, artifact.digests);
	return match.kind === "same" ? match.subjects.map(({ name }) => name) : void 0;
}
const lastPart = (name) => name.slice(name.lastIndexOf("/") + 1);
/** Signing tools name the file of a bundle after the artifact. */
const isCalledAfter = (path, { name }) => lastPart(path).startsWith(`${lastPart(name)}.`);
const CALLS = {
	unbound: () => true,
	basename: (given, name) => given !== void 0 && lastPart(given) === lastPart(name),
	path: (given, name) => given === name
};
const isCalled = (rule, names, { name }) => names.some((given) => CALLS[rule](given, name));
const nameMismatch = (rule, names, { name }) => ({
	code: "NAME_MISMATCH",
	what: `name of the subject, by ${rule}`,
	expected: rule === "basename" ? lastPart(name) : name,
	found: names.flatMap((given) => given ?? []).join(" or ") || void 0
});
const known = ({ digests }) => [...digests.keys()].join(" and ");
function foundInBlob(facts, artifact) {
	if (artifact.source === "image") return "a signature over bytes, and none were hashed here: an image needs a statement";
	return artifact.digests.has(facts.hash) ? `a signature over ${facts.hash}:${facts.digest}` : `a signature over a file that it knows by ${facts.hash}, and only ${known(artifact)} is known here`;
}
function foundInStatement(facts, artifact) {
	const match = matchSubjects(facts.subjects, artifact.digests);
	if (match.kind === "contradiction") return `a subject of this digest that has another ${match.hash}`;
	const { subjects } = facts.subjects;
	const namesake = subjects.find(({ name }) => name !== void 0 && lastPart(name) === lastPart(artifact.name));
	if (namesake?.digests["sha256"] !== void 0) return `sha256:${namesake.digests["sha256"]} for ${printable(namesake.name ?? "")}`;
	return match.kind === "untested" ? `subjects known by ${match.hashes.join(" and ")} alone, and only ${known(artifact)} is known here` : `${subjects.length} other subjects`;
}
/** Says why a bundle is not about an artifact. */
const subjectMismatch = (facts, artifact) => ({
	code: "SUBJECT_MISMATCH",
	what: "subject",
	expected: `sha256:${artifact.digest}`,
	found: facts.kind === "blob" ? foundInBlob(facts, artifact) : foundInStatement(facts, artifact)
});
// packages/policy/src/decide/about.ts
function append(map, key, value) {
	const values = map.get(key);
	if (values === void 0) map.set(key, [value]);
	else values.push(value);
}
const digestKeys = ({ digests }) => [...digests].map(([hash, value]) => `${hash}:${value}`);
/** Returns the artifact names that a file name may derive from: `app.tgz` and `app` for `app.tgz.json`. */
const possibleNames = (name) => Array.from(name.matchAll(/\./g), ({ index }) => name.slice(0, index));
var Places = class {
	#names;
	#digests;
	/** Bundles that could not be read. */
	#byName = /* @__PURE__ */ new Map();
	#byDigest = /* @__PURE__ */ new Map();
	/** One statement can be in many bundles; its subjects are searched once. */
	#indexes = /* @__PURE__ */ new Map();
	#byIndex = /* @__PURE__ */ new Map();
	constructor(artifacts) {
		this.#names = new Set(artifacts.map(({ name }) => lastPart(name)));
		this.#digests = new Set(artifacts.flatMap(digestKeys));
	}
	add(item, place) {
		if ("refused" in item) {
			for (const name of possibleNames(lastPart(item.path))) if (this.#names.has(name)) append(this.#byName, name, place);
		} else if (item.facts.kind === "blob") append(this.#byDigest, `${item.facts.hash}:${item.facts.digest}`, place);
		else {
			const { subjects } = item.facts;
			if (!this.#byIndex.has(subjects)) {
				for (const key of subjects.byDigest.keys()) if (this.#digests.has(key)) append(this.#indexes, key, subjects);
			}
			append(this.#byIndex, subjects, place);
		}
	}
	about(artifact) {
		const keys = digestKeys(artifact);
		const indexes = new Set(keys.flatMap((key) => this.#indexes.get(key) ?? []));
		return [.../* @__PURE__ */ new Set([
			...this.#byName.get(lastPart(artifact.name)) ?? [],
			...keys.flatMap((key) => this.#byDigest.get(key) ?? []),
			...[...indexes].flatMap((index) => this.#byIndex.get(index) ?? [])
		])].toSorted((a, b) => a - b);
	}
};
/** Returns the places, in order, of the bundles that are about an artifact, or named after it and unreadable. */
function bundlesAbout(evidence, artifacts) {
	const places = new Places(artifacts);
	for (const [place, item] of evidence.entries()) places.add(item, place);
	return (artifact) => places.about(artifact);
}
// packages/policy/src/decide/reasons.ts
const REASONS = {
	NO_EVIDENCE: {
		meaning: "There is no bundle at all.",
		remedy: "Give the bundles that the signing step wrote to the input bundles."
	},
	EVIDENCE_REFUSED: {
		meaning: "The bundle could not be read or its signature did not verify.",
		remedy: "See what the code in front of the message asks for."
	},
	EVIDENCE_NOT_EXAMINED: {
		meaning: "The bundle was not looked at: others had used up the work that is allowed.",
		remedy: "Name the bundles of this release alone in the input bundles."
	},
	SUBJECT_MISMATCH: {
		meaning: "The bundle speaks about other artifacts.",
		remedy: "Give the bundle of this very file, and deploy the file as it was signed: another build or another line break is another digest."
	},
	NAME_MISMATCH: {
		meaning: "The bundle calls the artifact by another name, and the policy binds names.",
		remedy: "Give the file the name under which it was signed, or bind names by basename where only the folder differs."
	},
	PREDICATE_TYPE_MISMATCH: {
		meaning: "The bundle holds another kind of statement.",
		remedy: "Give the bundle of the kind that the policy demands."
	},
	ATTESTOR_NOT_ALLOWED: {
		meaning: "A trusted key or a certified identity signed, but not one that may sign this.",
		remedy: "Sign with an attestor of this demand, or have the policy name this signer after a review."
	},
	WITNESS_MISSING: {
		meaning: "The signature has fewer timestamps or log entries than its attestor must have.",
		remedy: "Sign again with the timestamp authorities and logs that the attestor must have."
	},
	TRUSTED_TIME_MISSING: {
		meaning: "The key has a window, and nothing that is trusted says when it signed.",
		remedy: "Sign again with a timestamp authority or a log of the trusted roots."
	},
	OUTSIDE_KEY_WINDOW: {
		meaning: "The key signed before or after the time in which the policy trusts it.",
		remedy: "Sign again with a key that the policy trusts now."
	},
	CERTIFICATE_MISMATCH: {
		meaning: "The certificate of the signer contradicts the provenance.",
		remedy: "Do not deploy: find out which build wrote this provenance, since its own platform contradicts it."
	},
	PROVENANCE_INCOMPLETE: {
		meaning: "The provenance does not say what the policy asks.",
		remedy: "Take this rule out of the policy where the builder does not state it, or build with one that does."
	},
	REPOSITORY_MISMATCH: {
		meaning: "It was built from another repository.",
		remedy: "Deploy the build of the repository that the policy names."
	},
	REPOSITORY_ID_MISMATCH: {
		meaning: "The repository has the name, but not the id.",
		remedy: "Find out whether the name was given up and taken by somebody else before you change the id in the policy."
	},
	REF_MISMATCH: {
		meaning: "It was built from another branch or tag.",
		remedy: "Deploy a build of a ref that the policy allows, or add the ref to the policy after a review."
	},
	BUILDER_MISMATCH: {
		meaning: "Another workflow built it.",
		remedy: "Build with a builder that the policy allows, or add this one to builders after a review."
	},
	EVENT_MISMATCH: {
		meaning: "Another event started the build.",
		remedy: "Start the build by an event that the policy allows, or add this one to events after a review."
	},
	ISOLATION_MISMATCH: {
		meaning: "The build was less isolated than demanded.",
		remedy: "Build where the demanded isolation is given, or demand what your builds can give."
	},
	RUNNER_ENVIRONMENT_MISMATCH: {
		meaning: "It was built on another kind of runner.",
		remedy: "Build on the kind of runner that the policy demands."
	}
};
// packages/policy/src/decide/standing.ts
/**
* Ranks whether a bundle is about the artifact: claims about another artifact meet no demand on this one. Of
* bundles that could not be read, those named after the artifact are nearer.
*/
const ABOUT = {
	another: 0,
	named: 1,
	itself: 2
};
const NONE_MET = -1;
function judge(demands, item, index) {
	if ("refused" in item) return {
		index,
		item,
		met: NONE_MET,
		code: item.refused.reason ?? "EVIDENCE_REFUSED"
	};
	const { met, mismatches } = assess(demands, item.facts);
	return {
		index,
		item,
		met,
		code: mismatches[0]?.code
	};
}
function standingFor({ entry }, { index, item, met, code }, artifact) {
	if ("refused" in item) return {
		index,
		item,
		about: isCalledAfter(item.path, artifact) ? ABOUT.named : ABOUT.another,
		met,
		code
	};
	const names = givenNames(item.facts, artifact);
	if (names === void 0) return {
		index,
		item,
		about: ABOUT.another,
		met,
		code: "SUBJECT_MISMATCH"
	};
	return isCalled(entry.names, names, artifact) ? {
		index,
		item,
		about: ABOUT.itself,
		met: met + 1,
		code
	} : {
		index,
		item,
		about: ABOUT.itself,
		met,
		code: code ?? "NAME_MISMATCH"
	};
}
/** Sorts the nearest first, and equally near ones in their order. */
const byNearness = (one, other) => other.about - one.about || other.met - one.met || one.index - other.index;
/** Lists first the bundles that were not examined, since the answer may be there, and last those about other artifacts. */
const ORDER = {
	EVIDENCE_NOT_EXAMINED: 0,
	EVIDENCE_REFUSED: 1,
	SUBJECT_MISMATCH: 3
};
const listOrder = (code) => ORDER[code] ?? 2;
const isElsewhere = (known) => (one) => !known.has(one.index);
/**
* Ranks bundles for an artifact that they are not about. The ranks are the same for all such artifacts, so
* thousands of bundles for thousands of artifacts are counted once.
*/
var UnrelatedBundles = class {
	#nearest;
	/** Indexed by place. */
	#codes;
	#byCode;
	constructor(judged) {
		const standings = judged.map((one) => ({
			...one,
			about: ABOUT.another,
			code: "refused" in one.item ? one.code : "SUBJECT_MISMATCH"
		}));
		this.#codes = standings.map(({ code }) => code);
		this.#nearest = standings.toSorted(byNearness);
		this.#byCode = Map.groupBy(standings, ({ code }) => code ?? "SUBJECT_MISMATCH");
	}
	/** The nearest bundle that is not in `known`. */
	nearest(known) {
		return this.#nearest.find(isElsewhere(known));
	}
	/** Counts all bundles but `nearest`, with `own` in place of those in `known`. */
	countedWith(own, known, nearest) {
		const others = own.filter((one) => one !== nearest);
		const left = new Set(nearest === void 0 ? known : [...known, nearest.index]);
		const leftOut = /* @__PURE__ */ new Map();
		for (const index of left) {
			const code = this.#codes[index];
			if (code !== void 0) leftOut.set(code, (leftOut.get(code) ?? 0) + 1);
		}
		const ownByCode = Map.groupBy(others, ({ code }) => code);
		return [.../* @__PURE__ */ new Set([...this.#byCode.keys(), ...others.flatMap(({ code }) => code ?? [])])].flatMap((code) => {
			const unrelated = this.#byCode.get(code) ?? [];
			const mine = ownByCode.get(code) ?? [];
			const count = mine.length + unrelated.length - (leftOut.get(code) ?? 0);
			const other = unrelated.find(isElsewhere(left));
			const [first] = [...mine.slice(0, 1), ...other === void 0 ? [] : [other]].toSorted((a, b) => a.index - b.index);
			return first === void 0 ? [] : [{
				code,
				count,
				first
			}];
		}).toSorted((one, other) => listOrder(one.code) - listOrder(other.code) || one.first.index - other.first.index);
	}
};
// packages/policy/src/decide/decide.ts
function shownReason({ code, what, expected, found }, bundle) {
	const shown = {
		what: printable(what),
		expected: printable(expected),
		found: found === void 0 ? "nothing" : printable(found)
	};
	const message = `${shown.what}: expected ${shown.expected}, found ${shown.found}`;
	return {
		code,
		...shown,
		message,
		remedy: REASONS[code].remedy,
		bundle
	};
}
function refusedReason(refusal, bundle) {
	const { reason: code = "EVIDENCE_REFUSED", message } = refusal;
	const found = "code" in refusal ? `${refusal.code}: ${message}` : message;
	return {
		code,
		what: "bundle",
		expected: "one that can be read, verifies and speaks about the artifact",
		found,
		message: found,
		remedy: "code" in refusal ? refusal.remedy ?? ERRORS[refusal.code].remedy : REASONS[code].remedy,
		bundle
	};
}
/** Lists everything that a bundle lacks. */
function shortfalls(demands, item, artifact) {
	if ("refused" in item) return [refusedReason(item.refused, item.path)];
	const names = givenNames(item.facts, artifact);
	const { mismatches } = assess(demands, item.facts);
	const own = names === void 0 ? [subjectMismatch(item.facts, artifact)] : [];
	const { names: rule } = demands.entry;
	const misnamed = names !== void 0 && !isCalled(rule, names, artifact);
	return [
		...own,
		...misnamed ? [nameMismatch(rule, names, artifact)] : [],
		...mismatches
	].map((mismatch) => shownReason(mismatch, item.path));
}
const shortfallMessage = ({ item, code }) => "refused" in item ? refusedReason(item.refused, item.path).message : code === void 0 ? "" : REASONS[code].meaning;
const NO_EVIDENCE = shownReason({
	code: "NO_EVIDENCE",
	what: "bundle",
	expected: "one at least",
	found: "none"
}, void 0);
function satisfied(demands, { path, facts }) {
	return {
		entry: demands.entry.name,
		satisfiedBy: path,
		attestor: assess(demands, facts).attestor,
		unverified: facts.unverified,
		reasons: [],
		others: []
	};
}
/** Takes the first bundle that satisfies the entry; if there is none, compares all. */
function decideEntry(demands, artifact, { judged, unrelated, about }) {
	const places = about(artifact);
	const own = places.flatMap((place) => judged[place] ?? []).map((one) => standingFor(demands, one, artifact));
	for (const { item, code } of own) if (code === void 0 && "facts" in item) return satisfied(demands, item);
	const known = new Set(places);
	const nearestUnrelated = unrelated.nearest(known);
	const nearest = [...own, ...nearestUnrelated === void 0 ? [] : [nearestUnrelated]].toSorted(byNearness)[0];
	return {
		entry: demands.entry.name,
		satisfiedBy: void 0,
		attestor: void 0,
		unverified: {
			logEntries: 0,
			timestamps: 0
		},
		reasons: nearest === void 0 ? [NO_EVIDENCE] : shortfalls(demands, nearest.item, artifact),
		others: unrelated.countedWith(own, known, nearest).map(({ code, count, first }) => ({
			code,
			count,
			bundle: first.item.path,
			message: shortfallMessage(first)
		}))
	};
}
/** Denies unless every entry of the policy is satisfied for every artifact. */
function decide(policy, artifacts, evidence) {
	const known = artifacts.map(withEveryDigest);
	const about = bundlesAbout(evidence, known);
	const byEntry = policy.entries.map((entry) => {
		const demands = entryDemands(policy, entry);
		const judged = evidence.map((item, index) => judge(demands, item, index));
		const bundles = {
			judged,
			unrelated: new UnrelatedBundles(judged),
			about
		};
		return known.map((artifact) => decideEntry(demands, artifact, bundles));
	});
	const verdicts = known.map(({ name, digest }, index) => {
		const entries = byEntry.flatMap((column) => column[index] ?? []);
		return {
			name,
			digest,
			decision: policy.entries.length > 0 && entries.length === policy.entries.length && entries.every(({ satisfiedBy }) => satisfiedBy !== void 0) ? "allow" : "deny",
			entries
		};
	});
	return {
		decision: verdicts.length > 0 && verdicts.every(({ decision }) => decision === "allow") ? "allow" : "deny",
		policy: {
			name: policy.name,
			digest: policy.digest
		},
		artifacts: verdicts
	};
}
// packages/policy/src/language/problem.ts
const issuePath = (issue) => getDotPath(issue)?.split(".") ?? [];
const isSame = (one, other) => one.message === other.message && one.path.join(".") === other.path.join(".");
/**
* Explains a value that fits none of several forms by the nearest form: the others only say that their own
* fields are missing. If none is nearer, the message names the forms.
*/
function nearestProblem(issue) {
	const path = issuePath(issue);
	const missing = issue.received === "undefined" ? .5 : 0;
	const own = {
		path,
		message: issue.message,
		depth: path.length - missing
	};
	const [first, ...others] = (issue.issues ?? []).map(nearestProblem).toSorted((a, b) => b.depth - a.depth);
	if (first === void 0 || others.some((other) => other.depth === first.depth && !isSame(first, other))) return own;
	return {
		path: [...path, ...first.path],
		message: first.message,
		depth: path.length + first.depth
	};
}
// packages/policy/src/language/claims.ts
const CLAIMS = [
	"githubWorkflowTrigger",
	"githubWorkflowSHA",
	"githubWorkflowName",
	"githubWorkflowRepository",
	"githubWorkflowRef",
	"buildSignerURI",
	"buildSignerDigest",
	"runnerEnvironment",
	"sourceRepositoryURI",
	"sourceRepositoryDigest",
	"sourceRepositoryRef",
	"sourceRepositoryIdentifier",
	"sourceRepositoryOwnerURI",
	"sourceRepositoryOwnerIdentifier",
	"buildConfigURI",
	"buildConfigDigest",
	"buildTrigger",
	"runInvocationURI",
	"sourceRepositoryVisibilityAtSigning",
	"deploymentEnvironment"
];
const NAMES = new Set(CLAIMS);
const isClaim = (name) => NAMES.has(name);
const REFS = /* @__PURE__ */ new Set(["githubWorkflowRef", "sourceRepositoryRef"]);
const WORKFLOWS = /* @__PURE__ */ new Set(["buildConfigURI", "buildSignerURI"]);
const isRefClaim = (name) => REFS.has(name);
/** Checks for claims that hold the URL of a workflow and, if GitHub vouches, an @ and its ref. */
const isWorkflowClaim = (name) => WORKFLOWS.has(name);
// packages/policy/src/language/fields.ts
/** Words of other tools and other fields, with their names here. */
const MEANT = /* @__PURE__ */ new Map([
	["branch", "refs"],
	["branches", "refs"],
	["tag", "refs"],
	["tags", "refs"],
	["builderid", "builders"],
	["workflow", "builders"],
	["workflows", "builders"],
	["trigger", "events"],
	["triggers", "events"],
	["repo", "repository"],
	["repositories", "repository"],
	["sourcerepository", "repository"],
	["runner", "runnerEnvironment"],
	["identity", "subjects"],
	["identities", "subjects"],
	["san", "subjects"],
	["keyless", "certificate"],
	["pem", "publicKey"],
	["pubkey", "publicKey"],
	["kms", "uri"],
	["url", "uri"],
	["type", "predicateType"],
	["authorities", "attestors"],
	["signers", "attestors"],
	["validfrom", "notBefore"],
	["validuntil", "notAfter"],
	["expires", "notAfter"],
	["logs", "logEntries"]
]);
const plain = (name) => name.toLowerCase().replaceAll(/[-_ ]/g, "");
/** Returns the edit distance: the least number of letters inserted, removed or changed. */
function distance(one, other) {
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (let at = 0; at < one.length; at += 1) {
		const next = [at + 1];
		for (let index = 0; index < other.length; index += 1) {
			const changed = (row[index] ?? 0) + (one[at] === other[index] ? 0 : 1);
			next.push(Math.min(changed, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
}
/** No field is longer, and neither is a misspelt one. */
const MAX_NAME = 64;
/** Shortest beginning of a field that counts as an abbreviation of it. */
const SHORTEST_START = 4;
/** Returns the name among `known` that `name` was most likely meant to be. */
function meantBy(name, known) {
	const word = plain(name.slice(0, MAX_NAME));
	const synonym = MEANT.get(word);
	if (synonym !== void 0 && known.includes(synonym)) return synonym;
	const longer = known.filter((field) => word.length >= SHORTEST_START && plain(field).startsWith(word));
	if (longer.length === 1) return longer[0];
	const [nearest] = known.map((field) => ({
		field,
		slips: distance(word, plain(field))
	})).toSorted((a, b) => a.slips - b.slips);
	return nearest !== void 0 && nearest.slips <= Math.max(1, Math.floor(nearest.field.length / 4)) ? nearest.field : void 0;
}
/** Returns a name in the object that is not one of its fields and may have been meant as `field`. */
function slipFor(field, known, input) {
	if (typeof input !== "object" || input === null) return void 0;
	return Object.keys(input).find((name) => !known.includes(name) && meantBy(name, known) === field);
}
/** Makes the schema of an object with these fields and no others. */
function fields(entries) {
	const known = Object.keys(entries);
	return strictObject(entries, (issue) => {
		const [step] = issue.path ?? [];
		const name = typeof step?.key === "string" ? step.key : "";
		if (issue.expected === "never") {
			const meant = meantBy(name, known);
			return meant === void 0 ? `is no field here; there are ${known.join(", ")}` : `is no field here; "${meant}" is`;
		}
		if (step === void 0) return "is not an object with fields";
		const slip = slipFor(name, known, step.input);
		return slip === void 0 ? "is missing" : `is missing; "${printable(slip)}" stands there and is no field`;
	});
}
// packages/policy/src/language/schema.ts
const MAX_LIST = 64;
const Name = pipe(string(), regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "is not a name in lower case, digits and hyphens"));
/** Refuses an empty list: one reader takes it for "nothing is allowed", another for "nothing is demanded". */
const list = (item) => pipe(array(item, "is not a list"), minLength(1, "is an empty list"), maxLength(MAX_LIST, `has more than ${MAX_LIST} items`));
/** Follows the rule for every endpoint: an impostor of the server could keep a gate at old roots. */
const isMirror = (text) => {
	try {
		return parseEndpoint(text, "mirror").href !== "";
	} catch {
		return false;
	}
};
const AlgorithmName = pipe(string(), guard(isAlgorithm, "is not an algorithm of the key table"));
const TIME = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/;
/** Refuses a day that does not exist: it would be read as another one. */
const isTime = (text) => TIME.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text.slice(0, -1));
/** Milliseconds since the epoch. */
const Time = pipe(string(), check(isTime, "is not a time as 2027-01-31T00:00:00Z"), transform((text) => Date.parse(text)));
/** The time of the signature, as witnesses establish it; both ends count as inside. */
const WINDOW = {
	notBefore: optional(Time),
	notAfter: optional(Time)
};
/** A key URI that follows one of the grammars and pins a version. */
const keyUri = ({ parse, near, isPinned }) => pipe(string(), rawTransform(({ dataset, addIssue, NEVER }) => {
	try {
		return parse(dataset.value, "uri");
	} catch {
		const meant = near(dataset.value);
		addIssue({ message: meant === void 0 ? "is not a key URI" : `is not a key URI; "${meant}" would be one` });
		return NEVER;
	}
}), guard(isPinned, "must name a version: a newer one is trusted by changing the policy"));
const keyByUri = (keyUris) => fields({
	uri: keyUri(keyUris),
	algorithm: optional(AlgorithmName),
	...WINDOW
});
/** Recognises the placeholder that the documentation shows instead of a key. */
const isPlaceholder = (pem) => /\u2026|\.\.\./.test(pem);
const KeyByValue = fields({
	publicKey: pipe(string(), nonEmpty("is empty"), check((pem) => !isPlaceholder(pem), "is the placeholder of the documentation: put the PEM block of your public key there")),
	algorithm: optional(AlgorithmName),
	...WINDOW
});
const GlobPattern = pipe(string(), guard(isPattern, "is not an exact value or a glob: at most 4 stars, apart from each other, and something beside stars and separators; no character that does not show"));
const NOBODY = "can be met by strangers: give the host and the owner in a URL, or the domain in an address, without a star";
const WORKFLOW = "can match no workflow: write https://HOST/OWNER/NAME/.github/workflows/FILE@REF";
const BuilderPattern = pipe(GlobPattern, check(canBeWorkflow, WORKFLOW), check(namesSomebody, NOBODY));
const RefPattern = pipe(GlobPattern, check(canBeRef, "can match no ref: write refs/heads/NAME or refs/tags/NAME"));
/** A file of the workspace that cannot be changed without changing the policy. */
const PinnedFile = fields({
	path: pipe(string(), nonEmpty(), maxLength(1024)),
	digest: pipe(string(), regex(/^sha256:[0-9a-f]{64}$/, "is not sha256: and 64 hexadecimal digits"))
});
/** A source of trusted certificate authorities, timestamp authorities and logs. */
const TrustedRoot = union([
	PinnedFile,
	fields({ tuf: fields({
		mirror: pipe(string(), check(isMirror, "is not an https URL without credentials, query or fragment (http is allowed on loopback only)")),
		/** The first root of trust, from which the client walks to the current one. */
		root: PinnedFile
	}) }),
	fields({
		/** A bundle whose statement holds the roots, signed by one of these attestors. */
		bundle: pipe(string(), nonEmpty(), maxLength(1024)),
		attestors: list(Name)
	})
], "needs path and digest, or tuf, or bundle and attestors");
const Count = pipe(number("is not a number"), integer(), minValue(0), maxValue(8));
/** Minimum numbers of distinct authorities and logs of the trusted roots. */
const Witnesses = fields({
	timestamps: optional(Count, 0),
	logEntries: optional(Count, 0)
});
/** One pattern or several, any of which suffices. */
const Patterns = pipe(union([GlobPattern, list(GlobPattern)], "is not a pattern or a list of patterns"), transform((value) => typeof value === "string" ? [value] : value));
function claimProblem(claims) {
	const unknownClaim = Object.keys(claims).find((name) => !isClaim(name));
	if (unknownClaim === void 0) return void 0;
	const meant = meantBy(unknownClaim, CLAIMS);
	const why = `has "${unknownClaim}", which is no claim of a certificate`;
	return meant === void 0 ? why : `${why}; "${meant}" is one`;
}
const fits = (name, pattern) => (!isRefClaim(name) || canBeRef(pattern)) && (!isWorkflowClaim(name) || canBeWorkflow(pattern));
/** Refuses unknown claims, which could never match. Valibot's record ignores the names that every object has. */
const Claims = pipe(custom(isJsonObject, "is not an object"), check((claims) => claimProblem(claims) === void 0, ({ input }) => claimProblem(input) ?? ""), record(string(), Patterns), check((claims) => Object.entries(claims).every(([name, patterns]) => patterns.every((one) => fits(name, one))), `has a pattern that its claim can never match: a ref begins with refs/heads/ or refs/tags/, a workflow is https://HOST/OWNER/NAME/.github/workflows/FILE@REF`));
/** Each of these claims names the owner of the build, however broad the subject is. */
const IDENTIFYING = [
	"buildSignerURI",
	"buildConfigURI",
	"sourceRepositoryURI",
	"sourceRepositoryIdentifier",
	"sourceRepositoryOwnerURI",
	"sourceRepositoryOwnerIdentifier",
	"githubWorkflowRepository"
];
/** In `owner/name`, the form in certificates from before 2023, the first part names the owner. */
const pins = (name, pattern) => name === "githubWorkflowRepository" ? !pattern.startsWith("*") : namesSomebody(pattern);
const isPinnedBy = (claims = {}) => IDENTIFYING.some((name) => claims[name]?.every((pattern) => pins(name, pattern)) === true);
const Certificate = pipe(fields({
	issuer: pipe(string(), regex(/^https?:\/\/[^\s*]+$/, "is not the exact URL of an issuer")),
	subjects: list(pipe(GlobPattern, check(canBeWorkflow, WORKFLOW))),
	claims: optional(Claims)
}), check(({ subjects, claims }) => subjects.every(namesSomebody) || isPinnedBy(claims), `has a subject that ${NOBODY}; or pin the source by a claim, such as sourceRepositoryOwnerIdentifier`));
const attestor = (keyUris) => union([fields({
	name: Name,
	key: union([keyByUri(keyUris), KeyByValue], "needs uri, or publicKey and, for RSA, algorithm"),
	witnesses: optional(Witnesses)
}), fields({
	name: Name,
	certificate: Certificate,
	witnesses: optional(Witnesses)
})], "needs a name, and key or certificate");
const Provenance = fields({
	repository: pipe(string(), regex(/^https?:\/\/[^\s*]+$/, "is not the exact URL of a repository: write https://HOST/OWNER/NAME")),
	repositoryId: optional(pipe(string("is not text: put the id in quotes"), regex(/^[0-9]+$/, "is not a numeric id in quotes"))),
	refs: list(RefPattern),
	builders: list(BuilderPattern),
	events: list(pipe(string(), regex(/^[a-z_]+$/, "is not the name of an event"))),
	isolation: optional(list(picklist(["shared-job", "isolated"], "is not shared-job or isolated"))),
	runnerEnvironment: optional(picklist(["github-hosted", "self-hosted"], "is not github-hosted or self-hosted"))
});
const Attestation = fields({
	name: Name,
	predicateType: pipe(string(), check(isUri, "is not the URI of a predicate type")),
	attestors: list(Name),
	names: optional(picklist([
		"unbound",
		"basename",
		"path"
	], "is not path, basename or unbound: say by what names are bound"), "unbound"),
	provenance: optional(Provenance)
});
/** Makes the schema of a policy; `keyUris` has the grammars of key URIs. */
const policySchema = (keyUris) => fields({
	apiVersion: literal("open-claw/v1", "is not open-claw/v1"),
	kind: literal("ArtifactPolicy", "is not ArtifactPolicy"),
	metadata: fields({ name: Name }),
	spec: fields({
		trustedRoots: optional(list(TrustedRoot)),
		attestors: list(attestor(keyUris)),
		attestations: optional(list(Attestation)),
		signatures: optional(list(fields({
			name: Name,
			attestors: list(Name)
		})))
	})
});
// packages/policy/src/language/yaml-source.ts
/** Refused syntax, by the parser's names of tokens. */
const REFUSED_TOKENS = /* @__PURE__ */ new Map([
	["directive-line", "a directive"],
	["anchor", "an anchor"],
	["alias", "an alias"],
	["tag", "a tag"]
]);
const policyInvalid = (message) => new ClawError("POLICY_INVALID", message);
function placeAt(text, offset) {
	const lines = text.slice(0, offset).split("\n");
	return ` (line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1})`;
}
/** A policy has seven levels. The parser recurses, and takes long over brackets that are never closed. */
const MAX_FLOW_DEPTH = 32;
const DEPTH = /* @__PURE__ */ new Map([
	["flow-seq-start", 1],
	["flow-map-start", 1],
	["flow-seq-end", -1],
	["flow-map-end", -1]
]);
/** Marks between documents and before plain text take no room in the source. */
const MARKS = /* @__PURE__ */ new Set([
	"",
	"",
	""
]);
function checkTokens({ Lexer, CST }, text) {
	let offset = 0;
	let previous = "";
	let depth = 0;
	for (const token of new Lexer().lex(text)) {
		const type = previous === "" ? null : CST.tokenType(token);
		const kind = REFUSED_TOKENS.get(type ?? "");
		depth += DEPTH.get(type) ?? 0;
		if (depth > MAX_FLOW_DEPTH) throw policyInvalid(`The policy is nested too deeply${placeAt(text, offset)}.`);
		if (kind !== void 0) throw policyInvalid(`The policy is not plain YAML: ${kind}, "${printable(token.trim())}", is not allowed${placeAt(text, offset)}.`);
		if (!MARKS.has(token)) offset += token.length;
		previous = token;
	}
}
function checkCharacters(text) {
	const lines = text.replace(/^\u{feff}/u, "").split(/\r?\n/);
	const at = lines.findIndex((line) => !isPrintable(line.replaceAll("	", "")));
	if (at !== -1) throw policyInvalid(`The policy has a character that does not show, in "${printable(lines[at] ?? "")}" (line ${at + 1}): write it as an escape in double quotes, or leave it out.`);
}
/** Such a name would return what every JavaScript object inherits, not what the policy says. */
const isInherited = (name) => name in Object.prototype;
const fieldName = (pair) => typeof pair.key === "object" && pair.key !== null && "value" in pair.key ? pair.key.value : void 0;
function checkKeys({ visit }, document, text) {
	visit(document, { Pair: (_, pair) => {
		const key = fieldName(pair);
		const place = placeAt(text, startOffset(pair.key));
		if (typeof key !== "string") throw policyInvalid(`The policy has a field whose name is not text${place}.`);
		if (isInherited(key)) throw policyInvalid(`The policy has a field named "${key}", which no policy has${place}.`);
	} });
}
function startOffset(node) {
	if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range)) return 0;
	const [start] = node.range;
	return typeof start === "number" ? start : 0;
}
/** Returns the part of `node` that `step` leads to, and the offset of its name or value. */
function stepInto(yaml, node, step) {
	if (yaml.isMap(node)) {
		const pair = node.items.find((one) => fieldName(one) === step);
		return pair && {
			next: pair.value,
			start: startOffset(pair.key)
		};
	}
	if (!yaml.isSeq(node)) return void 0;
	const item = node.items[Number(step)];
	return item === void 0 ? void 0 : {
		next: item,
		start: startOffset(item)
	};
}
function pathOffset(yaml, root, path) {
	let node = root;
	let offset = startOffset(root);
	for (const step of path) {
		const reached = stepInto(yaml, node, step);
		if (reached === void 0) break;
		node = reached.next;
		offset = reached.start;
	}
	return offset;
}
function parse(yaml, text) {
	checkTokens(yaml, text);
	const document = yaml.parseDocument(text, {
		schema: "core",
		version: "1.2",
		merge: false,
		uniqueKeys: true,
		strict: true
	});
	const [problem] = [...document.errors, ...document.warnings];
	if (problem !== void 0) {
		const [message = ""] = problem.code === "MULTIPLE_DOCS" ? ["has a second document"] : problem.message.split(/ at line |\n/);
		throw policyInvalid(`The policy is not plain YAML: ${printable(message)}${placeAt(text, problem.pos[0])}.`);
	}
	checkKeys(yaml, document, text);
	return {
		value: document.toJS({ maxAliasCount: 0 }),
		showPlace: (path) => placeAt(text, pathOffset(yaml, document.contents, path))
	};
}
/** Reads one plain document. Throws POLICY_INVALID with the line and column of what is not plain. */
async function readYaml(text) {
	checkCharacters(text);
	const yaml = await import("./load-yaml.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	try {
		return parse(yaml, text);
	} catch (error) {
		if (error instanceof RangeError) throw policyInvalid("The policy is nested too deeply.");
		throw error;
	}
}
// packages/policy/src/language/policy.ts
/** Far above any policy that a person can review. */
const MAX_POLICY_BYTES = 262144;
const hasWindow = (one) => "key" in one && (one.key.notBefore !== void 0 || one.key.notAfter !== void 0);
const needsRoots = (one) => "certificate" in one || hasWindow(one) || (one.witnesses?.timestamps ?? 0) + (one.witnesses?.logEntries ?? 0) > 0;
/**
* Checks that attestors that need trusted roots have them, and that a key without a window signs a bundle of
* roots: a certificate or a time would need the roots first.
*/
function checkRoots({ attestors, trustedRoots = [] }) {
	const dependent = attestors.find(needsRoots);
	if (dependent !== void 0 && trustedRoots.length === 0) throw policyInvalid(`The policy gives no trustedRoots, which the attestor "${dependent.name}" needs.`);
	const keys = new Set(attestors.filter((one) => "key" in one && !hasWindow(one)).map(({ name }) => name));
	const unfit = trustedRoots.flatMap((root) => "bundle" in root ? root.attestors : []).find((name) => !keys.has(name));
	if (unfit !== void 0) throw policyInvalid(`The policy lets "${printable(unfit)}" sign a bundle of roots, which is no attestor with a key and without a window.`);
}
function checkWindows(attestors) {
	const empty = attestors.find((one) => "key" in one && (one.key.notBefore ?? -Infinity) >= (one.key.notAfter ?? Infinity));
	if (empty !== void 0) throw policyInvalid(`The policy gives the key of "${empty.name}" a notBefore that is not before its notAfter.`);
}
function checkNames({ attestors, entries }) {
	const known = new Set(attestors.map(({ name }) => name));
	if (known.size !== attestors.length) throw policyInvalid("The policy has two attestors of one name.");
	if (new Set(entries.map(({ name }) => name)).size !== entries.length) throw policyInvalid("The policy has two entries of one name.");
	for (const entry of entries) {
		const undefinedName = entry.attestors.find((attestor) => !known.has(attestor));
		if (undefinedName !== void 0) throw policyInvalid(`The policy names the attestor "${printable(undefinedName)}" in "${entry.name}", which it does not define.`);
	}
}
function policyEntries({ spec }) {
	const signatures = (spec.signatures ?? []).map((entry) => ({
		...entry,
		predicateType: void 0,
		names: "unbound",
		provenance: void 0
	}));
	const attestations = (spec.attestations ?? []).map((entry) => ({
		...entry,
		provenance: entry.provenance
	}));
	const entries = [...attestations, ...signatures];
	if (entries.length === 0) throw policyInvalid("The policy demands nothing: give attestations or signatures.");
	checkNames({
		attestors: spec.attestors,
		entries
	});
	checkRoots(spec);
	checkWindows(spec.attestors);
	const misplaced = attestations.find(({ provenance, predicateType }) => provenance !== void 0 && !PROVENANCE_TYPES.some((type) => type === predicateType));
	if (misplaced !== void 0) throw policyInvalid(`The policy sets provenance in "${misplaced.name}", whose predicateType is not ${PROVENANCE_TYPES.join(" or ")}.`);
	return entries;
}
/**
* Reads a policy; `keyUris` has the grammars of its key URIs. Throws POLICY_INVALID for unknown fields, empty
* lists, wrong types and undefined names.
*/
async function parsePolicy(bytes, keyUris) {
	if (bytes.length > 262144) throw policyInvalid(`The policy is over ${MAX_POLICY_BYTES} bytes.`);
	if (!isUtf8(bytes)) throw policyInvalid("The policy is not UTF-8.");
	const { value, showPlace } = await readYaml(Buffer.from(bytes).toString("utf8"));
	const result = safeParse(policySchema(keyUris), value, { abortEarly: true });
	if (!result.success) {
		const { path, message } = nearestProblem(result.issues[0]);
		const where = path.length === 0 ? "its top" : path.join(".");
		throw policyInvalid(`The policy is not valid at ${printable(where)}: ${printable(message)}${showPlace(path)}.`);
	}
	return {
		name: result.output.metadata.name,
		digest: policyDigest(bytes),
		attestors: result.output.spec.attestors,
		trustedRoots: result.output.spec.trustedRoots ?? [],
		entries: policyEntries(result.output)
	};
}
/** Returns the digest that a workflow pins. */
const policyDigest = (bytes) => sha256FromBytes(createHash("sha256").update(bytes).digest());
export { MAX_POLICY_BYTES, decide, parsePolicy, policyDigest };
