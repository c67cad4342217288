"""Sentences of codes V###: the log and its verification.

V001-V018 canonical bytes, V019-V036 notes, keys and checkpoints, V050-V056 leaves, V060-V065 trees and proofs,
V070-V075 tiles and published files, V080-V081 receipts, V082-V092 bundles, V101-V150 what verification finds in a published log.
"""

_LONG_LEAF = "Put the file in the store of files and only its SHA-256 in the act."

SENTENCES: dict[str, str] = {
    "V001": "The number {value} is not a whole number. Count in whole units, or write the value as text.",
    "V002": "A number lies outside plus or minus {limit}, which not every reader keeps exact. Write it as text.",
    "V003": "Character {position} of the text is half of a surrogate pair, which is no character. Send the text in UTF-8.",
    "V004": "The name of a field is {type}, not text. Name every field with a text.",
    "V005": "A value of the type {type} has no place in JSON. Use text, whole numbers, true, false, null, lists or objects.",
    "V006": "The content has {size} bytes; {limit} is the most. " + _LONG_LEAF,
    "V007": "The content is not JSON ({reason}). Take it again from where it was published; it was damaged or cut.",
    "V008": "The content is not UTF-8. Take it again from where it was published, without changing its encoding.",
    "V009": "From here on the bytes are not the canonical ones (RFC 8785: no spaces, fields in order, one way to write a"
    " character), so another reader would hash other bytes. Write the value with the canonical encoder.",
    "V010": "The field {key} stands twice in one object, so two readers could see two values. Keep one.",
    "V011": "Lists and objects are nested deeper than {limit}. Flatten the content.",
    "V019": "The signed note has {size} bytes; {limit} is the most. Ask the publisher for one with fewer signatures.",
    "V020": "The signed note is not UTF-8. Fetch it again without changing its encoding.",
    "V021": "The signed note has no empty line between its text and its signatures, or does not end with a newline."
    " Fetch it again whole.",
    "V022": "This is not a signature line (dash, space, name, space, Base 64 of key id and signature). Fetch the note again.",
    "V023": "The signed note has more than {limit} signatures. Ask the publisher for one with fewer.",
    "V024": "This is not a public key in the form NAME+ID+BASE64 of an Ed25519 key. Copy the whole line that the"
    " commission or the witness published.",
    "V025": "The key says its id is {given}, but name and key give {expected}: it was mistyped or altered. Copy it again"
    " from the publisher.",
    "V026": "The key is of type {type}; the log signs with 0x01 and witnesses with 0x04. Ask for a key of such a type.",
    "V027": "The key name {name!r} is empty or holds a space, a plus or a control character. Choose a name like an"
    " address: elections.example/az2024.",
    "V028": "The signed note holds the control character {character}. Fetch it again without changing its line ends.",
    "V030": "The checkpoint has {lines} lines; origin, size and root must stand in three. Fetch it again whole.",
    "V031": "The checkpoint names no origin. Fetch it again, or ask the publisher which log it is of.",
    "V032": "The size of the log is not a plain decimal number without leading zeros. Fetch the checkpoint again.",
    "V033": "The root is not the Base 64 of 32 bytes. Fetch the checkpoint again.",
    "V034": "An extension line of the checkpoint is empty. Fetch it again; the publisher must leave such lines out.",
    "V035": "The time {time} is not a POSIX time that can be signed. Correct the clock of the witness.",
    "V036": "The signature just made does not fit the public key. The private and the public key are not a pair: look at"
    " the key files.",
    "V050": "The leaf lacks {fields}. Write it with the leaf encoder of the log.",
    "V051": "The field is not {form}. Correct the act that writes it.",
    "V052": "A leaf has either its public part or a commitment to it, never both or neither. Correct the act that writes it.",
    "V053": "A commitment is {digits} small hexadecimal digits. Make it with the log's own function.",
    "V054": "The salt has {size} bytes and must have {needed}, used once. Take a new one.",
    "V055": "The leaf is not of version {version}. Verify with a release that knows its version.",
    "V056": "The leaf has fields that its form does not know: {fields}. Verify with a newer release, or ask what they are.",
    "V060": "A tree of {size} leaves cannot have the {nodes} nodes that were kept. Rebuild the state from the leaves.",
    "V061": "Leaf {index} does not lie in the range from {start} up to {end}. Ask for the proof of a leaf that does.",
    "V062": "A tree of {old_size} leaves cannot be proved to begin one of {new_size}. Compare with a tree that is not"
    " smaller, starting from one leaf.",
    "V063": "The leaves from {start} up to {end} are not a subtree of a tree of {size} leaves. Ask for a range that starts"
    " at a multiple of its width rounded up to a power of two.",
    "V064": "The proof does not lead from leaf {index} to the root of the {size} leaves: it is of another leaf, of another"
    " tree, or damaged. Ask the publisher for a new proof.",
    "V065": "The proof does not show that the leaves from {start} up to {end} belong to the tree of {size} leaves. Ask for"
    " a new proof; if it fails again, keep both checkpoints: the log was rewritten.",
    "V070": "A log of {old_size} leaves cannot grow to {new_size}. Look for the newer state; a log never shrinks.",
    "V071": "A tile of {size} bytes is not a row of 1 to 256 hashes of 32 bytes. Publish it again from the log.",
    "V072": "The bundle ends inside its entry {entry}: {missing} bytes are missing. Publish it again from the log.",
    "V073": "The file has {found} items; at this size of the log it must have {expected}. Publish it again from the log.",
    "V074": "This is not the file of an opened part: index, public part and 64 digits of salt. Publish it again.",
    "V075": "To continue a published log its last partial file is needed. Give the reader of what was published, or"
    " publish from the first leaf.",
    "V080": "This is not a receipt: its first line must be {head}, then the index, the hashes, an empty line and the"
    " checkpoint. Download it again.",
    "V081": "The checkpoint of the receipt is not signed by this key. Ask the log's keeper for the key, and where you got"
    " the receipt.",
    "V082": "The name of this file is not a plain one (letters, digits, dot, dash, underscore, folders by a slash), so it is"
    " not unpacked. Ask whoever made the bundle for a new one.",
    "V083": "The bundle has {size} octets; {limit} is the most. Nothing of it was read; ask for one with fewer papers.",
    "V084": "From octet {position} on this is not a bundle as it is packed here: files stored one after the other, without"
    " gaps, comments or doubles. It was cut, packed anew, or something was hidden in it. Fetch it again.",
    "V085": "The bundle has no such file, so nobody vouches for what it holds. Ask whoever made it for a new one.",
    "V086": "This is not a manifest of the form {form}. Verify with a release that knows its form, or fetch the bundle again.",
    "V087": "The signature does not fit the manifest: the list of files was altered after signing. Do not trust this copy.",
    "V088": "No signature of the key {key} with the id {id} stands here: somebody else signed the bundle. Check where you"
    " got the key and where you got the bundle.",
    "V089": "The file is not the one that was listed when the bundle was signed: it was altered. Do not trust this copy.",
    "V090": "The file is listed in the signed manifest and is not in the bundle: it was taken out. Do not trust this copy.",
    "V091": "The file is not listed in the signed manifest: it was put in later. Do not trust this copy.",
    "V092": "The receipt is of another record than its name says, or that record is not in the bundle. Do not trust this"
    " copy; ask for a new one.",
    "V101": "No signature of the key {key} with the id {id} stands under the checkpoint: somebody else signed it. Check where"
    " you got the key and where you got the log.",
    "V102": "The checkpoint is of the log {origin}, the key is that of {key}. Take the key of this log, or the log of this"
    " key.",
    "V103": "The signature with the key id {id} does not fit the checkpoint: it was altered, or signed with another key. Fetch"
    " the checkpoint again; if it fails again, do not trust this copy.",
    "V104": "This is the log {origin}, but the checkpoint seen before is of {seen}. Compare with one of the same log.",
    "V105": "The log covers {size} records, {seen} were seen before: it was rolled back or truncated. Keep both"
    " checkpoints and show them to the commission, the witnesses and the press.",
    "V106": "Two different logs of {size} records were signed: the log was forked, and different people are shown"
    " different histories. Keep both checkpoints and show them to everybody.",
    "V107": "The first {seen} records are not those that were seen before: the log was rewritten and signed again. Keep"
    " the checkpoint that you saw, and this copy, as evidence.",
    "V108": "The checkpoint given as seen before is not signed by {key}. Give the one that you kept.",
    "V109": "The tiles do not give the root of the checkpoint over {size} records. The checkpoint or the tiles were"
    " replaced; fetch the whole log again.",
    "V110": "The tile is missing, so the hashes of its records cannot be checked. Fetch the log again, whole.",
    "V111": "The file has {size} octets where at most {limit} can be. It was not read; fetch the log again.",
    "V112": "A link leads out of the folder, or in a circle. Nothing outside is read; fetch the log as plain files.",
    "V113": "The record that was logged here is not in the bundle, which has {found} records instead of {expected}: it was"
    " removed. Fetch the log again and keep this copy as evidence.",
    "V114": "A record that was not logged stands here, and the bundle has {found} records instead of {expected}: it was put"
    " in. Fetch the log again and keep this copy as evidence.",
    "V115": "The record is not the one that was logged: it was altered after signing. Compare with another copy.",
    "V116": "The hashes of this tile give neither the hash in the level above nor those of the records: a bit of it was"
    " changed. Fetch the tile again.",
    "V117": "The record stands {place} places away from where it was logged: the order was changed. Compare with another"
    " copy.",
    "V118": "The record before stands here once more in place of the one that was logged. Compare with another copy.",
    "V119": "The partial file of an earlier size is not the beginning of what stands there now: one of the two was"
    " rewritten. Compare with another copy.",
    "V120": "{found} of the {needed} witnesses demanded have cosigned; missing: {missing}. Wait for their cosignatures, or"
    " ask them what they saw.",
    "V121": "The cosignature with the key id {id} does not fit the checkpoint: it is forged or damaged. Ask the witness.",
    "V122": "A quorum of {quorum} cannot be met by {witnesses} witnesses. Name more with --witness, or ask for fewer.",
    "V124": "A receipt is of a record beyond the {size} that the checkpoint covers. Fetch the newest checkpoint, or ask the"
    " publisher where that record went.",
    "V125": "The receipt is of record {index}, not of the one that its name says. Fetch it again.",
    "V126": "The receipt leads to another root of {size} records than this log had: the log was forked, and different people"
    " are shown different histories. Keep the receipt and this copy, and show both to everybody.",
    "V127": "This file does not belong into a published log, and nothing vouches for it. Remove it, or ask the publisher what"
    " it is.",
    "V128": "The receipt is not UTF-8 text. Fetch it again without changing its encoding.",
    "V130": "The opened part is not what was committed to when the record was logged. Do not trust it; ask the publisher.",
    "V131": "The opened part names record {index}, not the one in its file name. Fetch it again.",
    "V132": "The bundle ends after {found} of {expected} records: the last ones were cut off. Fetch the log again.",
    "V133": "The bundle has {found} records where the log has {expected}: more follow that nobody signed for. Fetch the log"
    " again.",
    "V134": "The key is of type {type}, where one of type {wanted} is needed: the log signs with 0x01, witnesses cosign with"
    " 0x04. Give each key after its own option.",
    "V135": "One key is named as several witnesses ({names}); it would be counted more than once. Name each witness once.",
    "V136": "The receipt was signed over {seen} records, this log has {size}: the log was rolled back, or this copy is older"
    " than the receipt. Fetch the newest copy; if it is as short, show both to everybody.",
    "V137": "This is not a plain file. Nothing was read from it; fetch the log as plain files.",
    "V138": "There is no checkpoint, so nothing says what the log is. Give the folder in which `checkpoint` and `tile` stand,"
    " or fetch the log again.",
    "V139": "Nobody signed the checkpoint: anyone could have made this log. Fetch it again with its signature lines.",
    "V140": "This tile does not have the hash of {below}, which fits its records: a bit of the upper tile was changed. Fetch"
    " the tile again.",
    "V141": "The hashes of the last tile are not those of its records, and the records do give the signed root: a bit of the"
    " tile was changed. Fetch the tile again.",
    "V142": "The bundle of records is missing. Fetch the log again; if it stays so, ask the publisher for these records.",
    "V143": "The checkpoint covers {size} records, the folder has files for {found}: the last ones were not published, or were"
    " taken away. Fetch the log again; if it stays so, show this copy to the witnesses.",
    "V144": "An opened part is of a record beyond the {size} that the checkpoint covers. Fetch the newest checkpoint.",
    "V145": "A part was opened of a record that never sealed one: nothing in the log vouches for it. Do not trust it; ask the"
    " publisher.",
    "V146": "{found} witnesses have cosigned, the quorum is {needed}; without a cosignature: {missing}. Wait for more"
    " cosignatures, or ask these witnesses what they saw.",
    "V147": "The receipt is of the log {origin}, not of this one. Fetch it again from this log.",
    "V148": "This witness has the key of the log itself, and nobody is his own witness. Name somebody independent.",
    "V149": "It cannot be read ({reason}). Check the path and whether you may read it.",
    "V150": "The key that was given handed the log on by record {index}, which it signed itself. Verify with the key that comes after it: {new}. A checkpoint kept from before is compared without a key.",
}
