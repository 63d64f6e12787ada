"""Every sentence an error shows, in one table, so that the wording can be read and corrected in one place."""

from bipdesk.domain.delivery_sentences import DELIVERY_SENTENCES
from bipdesk.domain.errors import UserError

SENTENCES: dict[str, str] = {
    "resource-invalid": "The file {file} cannot be used: {where}: {reason}.",
    "nothing-entered": "{field} is still empty. Fill it in and try again; what you entered is kept.",
    # the encrypted files
    "file-locked": "The programme has been locked. Unlock it and go on; what was saved is kept.",
    "file-damaged": "The file {file} cannot be opened with its key: it is damaged, or belongs to another "
    "programme. Nothing was changed. Put back the last backup, or ask for help before you go on.",
    "file-missing": "The file {file} is missing from the folder of the programme, or is empty. Nothing was "
    "changed. Look whether it was moved; otherwise put back the last backup of the whole folder.",
    "disk-full": "There is no room left on this disk. Nothing was lost and nothing was written. "
    "Delete or move other files, then try again.",
    "file-too-new": "The file {file} was written by a newer bipdesk. Install that version and open it again.",
    "not-found": "{what} is no longer there. Go back to the list and open it again.",
    # the key file and the unlock window
    "wrong-passphrase": "The sign-in name or the passphrase is not right. Try again; capital letters count "
    "in the passphrase.",
    "device-secret-missing": "The sign-in name or the passphrase is not right, or this computer's key "
    "store does not give its part of the key. Try again; on another computer use the recovery code.",
    "key-file-missing": "There is no key file (slots.json) in this folder. Choose the folder of your "
    "programme, or put the file back from the last backup.",
    "key-file-exists": "This folder already holds a programme. Choose an empty folder.",
    "key-file-damaged": "The key file slots.json cannot be read: {reason}. Nothing was changed. Put back "
    "slots.json from the last backup.",
    "key-file-tampered": "The key file slots.json was changed by something other than this program: "
    "{reason}. Nothing was opened. Do not go on with this folder; keep a copy of it, put back the last "
    "backup and tell the coordinator.",
    "key-file-older": "The key file in this folder is older than the records it belongs to. Put back the "
    "newest slots.json; if you restored a backup, restore the whole folder.",
    "key-file-changed": "Another window or program changed the key file meanwhile. Nothing was written. "
    "Lock, unlock and do it again.",
    "key-file-not-written": "The key file could not be written ({reason}). Nothing was changed. Look whether "
    "the disk is full or the folder may not be written to, then do it again.",
    "keys-wrong": "Your passphrase is right, but the key to {file} that the key file holds for you does "
    "not fit. Put back slots.json from the last backup, or ask the coordinator.",
    "safety-key-replaced": "The safety key in this folder is not the one you made or accepted. Nothing was "
    "opened and nothing was written under it. Do not use this computer for safety work; tell your second "
    "officer and keep the sealed safety code at hand.",
    "safety-not-open": "The safety file is not open to you: {reason}.",
    "code-mistyped": "This is not a {code} as it was printed: {reason}.",
    "account-unknown": "No account has this sign-in name. Check how it is written; the code was right.",
    "code-wrong": "This code is well formed, but it is not the code of this file, or a newer one replaced "
    "it.",
    "fingerprint-differs": "The code you typed is not that of the keys in this file. Read it aloud once "
    "more, face to face. If it still differs, stop: the keys may have been exchanged.",
    "passphrase-too-weak": "{reason}",
    "first-sign-in-pending": "This account has not chosen a passphrase of its own yet. Let that person "
    "sign in with the first code, then do it again.",
    "roles-exclude": "One person cannot hold these roles together. A safety officer has no other role, and "
    "a county office has only its own.",
    "sign-in-name-taken": "Another account has this sign-in name already. Choose another.",
    "last-account": "Nobody would be left who could {what}. Give somebody else that role first.",
    "not-enough-memory": "This computer has not enough free memory to check a passphrase ({memory} MiB). "
    "Close other programs and try again.",
    "hand-over-too-large": "This does not fit into one envelope ({most} bytes). Shorten it or leave out a "
    "paper.",
    "hand-over-unreadable": "This envelope does not open with the safety key. It was changed, or it "
    "belongs to another programme.",
    # participants, groups and the register
    "date-in-future": "{field} lies in the future. Check the date.",
    "hand-over-not-ready": "The safety officer has not made her side yet, so nobody could open this form. "
    "Tell her in person what you know, and come back to this form after her first sign-in.",
    "hand-over-owed": "Every referral needs its hand-over form, also when there is nothing to pass on. "
    "Leave it empty if you know nothing.",
    "waiver-missing": "The waiver of confidentiality is not signed, or was revoked. Let him sign it "
    "and enter the date: without it he cannot be accepted and nothing may be told to anybody.",
    "wrong-status": "This participant is {status}; that does not fit what you want to do.",
    "safety-officer-missing": "No group can open without an allocated safety officer: a programme without support "
    "for the partner raises her risk. Reserve an account for her under Programme first.",
    "already-in-group": "He is in the group {group} already. Let him leave that one first.",
    "register-unmarked": "Without a mark in this register: {number}. Mark everybody, then close it.",
    "register-closed": "This register is closed. Reopen it to correct a mark.",
    "step-not-open": "{step} cannot be recorded now: it is done, or it is not his turn yet.",
    "county-not-enrolled": "The county office is not enrolled yet. Read its card and type its code first.",
    "nothing-to-answer": "No bundle from {site} has arrived since the last answer.",
    "wrong-date": "{field} does not fit: {reason}.",
    "not-allowed": "This needs the role {role}. Ask the coordinator.",
    # readiness
    "programme-not-ready": "No group can open yet. Missing: {missing}. Record what shows it under Readiness, "
    "or let two people decide to open this one group all the same.",
    "same-person-twice": "This is the person who is signed in. The decision needs a second person, who types "
    "her own sign-in name and passphrase.",
    # agencies
    "agency-known": "{name} is in the list of agencies already. Open that one, or give this one a name "
    "that tells them apart.",
    # bundles, sticks and enrolment cards
    "bundle-not-one": "This file is not a bundle. Nothing was imported. Choose a file with eight letters "
    "and digits and the ending .bin.",
    "bundle-cut-short": "This bundle is not whole: its end is missing, or something was added to it. "
    "Nothing was imported. Ask the sender to write it again.",
    "bundle-damaged": "This bundle is damaged. Nothing was imported. Ask the sender to write it again; the "
    "next bundle carries everything in this one too.",
    "bundle-not-for-us": "This bundle is not for this office, or its first lines are damaged. Nothing was "
    "imported. If you expected it, ask the sender to write it again.",
    "bundle-sender-unknown": "This bundle comes from an office that is not enrolled here. Nothing was "
    "imported. Enter that office's card first, then open the bundle again.",
    "bundle-forged": "This bundle names an office that is enrolled here, but was not signed by it. Nothing "
    "was imported. Keep the stick and tell the person responsible for the data.",
    "bundle-malformed": "This bundle was signed by an enrolled office, but its contents contradict "
    "themselves. Nothing was imported. Tell that office, and ask for a new bundle.",
    "bundle-too-new": "This bundle was made by a newer version of bipdesk. Nothing was imported. Install "
    "the newer version, then open the bundle again.",
    "bundle-too-large": "This file is larger than any bundle can be. Nothing was imported.",
    "bundle-not-confined": "The bundle was not made: something in it may not leave this office ({section}, "
    "entry {position}). Nothing was written. Report this before you try again.",
    "stick-full": "There is no room on the stick: {needed} MB are needed, {free} MB are free. Nothing was "
    "written. Delete something or take another stick.",
    "stick-read-only": "The stick cannot be written to. Nothing was written. Look for a small switch on "
    "its side, or take another stick.",
    "stick-gone": "The stick, or the file on it, is no longer there. Put the stick in again and try once "
    "more.",
    "stick-read-back-differs": "What can be read from the stick is not what was written. Do not use this "
    "stick any more; take another one.",
    "stick-failed": "The stick could not be used ({reason}). Try again, or take another stick.",
    "card-unreadable": "This is not a whole enrolment card. Copy the line again, from its first character "
    "to its last.",
    "card-code-mistyped": "There is a slip in the code. Compare it character by character and type it again.",
    "card-code-differs": "This code belongs to another card. Do not go on: ring the other office on a "
    "number you already have, and ask them to read the code to you.",
    "card-already-entered": "This card bears the number of an office that is known here already ({name}), with "
    "other keys. Nothing was changed. Do not go on: somebody may be posing as that office. Ring it on a "
    "number you already have.",
    "card-of-wrong-kind": "This is not the card of the other side: a programme enters its county office's "
    "card, and a county office those of its programmes. Nothing was changed.",
    # import of spreadsheets
    "spreadsheet-unreadable": "This file cannot be read: {reason}. Nothing was imported.",
    "spreadsheet-of-other-kind": "This is {kind}. Nothing was imported. Open it in the program that made it, without "
    "a password, choose “Save as”, and there “Excel workbook (.xlsx)” or “CSV”; then choose the new file here.",
    "spreadsheet-too-large": "The {what} is larger than can be read (at most {most}). Nothing was imported. Copy the "
    "part with the participants into a new file and choose that.",
    "import-undecided": "Rows that still wait for you: {number}. Correct them, decide, or leave them out; until then "
    "nothing is imported.",
    "import-changed": "The records have changed since you looked at these rows, so nothing was imported. Look at the "
    "rows again; what you corrected is kept.",
    "import-stopped": "The import was stopped. Nothing was written.",
    "import-in-use": "This import cannot be taken back any more: something was added to its people since ({number} of them). "
    "Nothing was changed.",
    # referral
    "not-suitable-yet": "He is {status}. Nobody is accepted before he was contacted, assessed and found suitable: take "
    "the next step under Intake first.",
    "referral-open": "His last referral has not ended: he is {status}. End it first, or go on with it.",
    "link-to-himself": "This is the same file. Choose the other one.",
    "already-linked": "These two files are linked already.",
    "nothing-to-take-back": "Nothing has happened to this referral yet that could be taken back.",
    # suitability
    "extreme-denial-stands": "He was found in extreme denial. Nobody can override that; he can be assessed again later, "
    "under Suitability.",
    "suitability-open": "It cannot be decided yet. {reasons}",
    "suitability-not-due": "He is {status}: there is nothing to decide about his suitability any more. What was "
    "decided stands below.",
    "evidence-from-elsewhere": "“{field}”: choose one of the sources the form offers. What a partner said never stands "
    "here; it goes to the safety officer in a hand-over form.",
    # person record and risk
    "emergency-contact-unasked": "Ask him plainly first: nobody to be protected may be his emergency contact. Tick "
    "that you have asked, or leave the name empty.",
    "children-miscounted": "The age bands hold {bands} children, but there are {number} in all. Correct one of them.",
    "number-out-of-range": "{field} goes from {least} to {most}. Correct it, or leave it empty.",
    # papers: waiver, agreement, letters
    "disclosure-refused": "{reason}",
    "letter-not-fitting": "{reason}",
    "word-not-for-letters": "{field} holds the word “{word}”. It stands in no letter, because nobody can know that. Say what was seen instead.",
    "paper-of-other-kind": "This is not a whole PDF, PNG or JPEG file. Nothing was attached. Scan the paper again as PDF, or photograph it.",
    "paper-too-large": "This file is larger than {most} MB. Nothing was attached. Scan it in grey at 150 dots per inch, or only the page with the signatures.",
    "waiver-signed": "This waiver is signed, so it stays as it is. Make a new one; from the day it is signed it takes the place of this one.",
    "waiver-empty": "The waiver names no {what}. Tick at least one.",
    # forms
    "answers-incomplete": "The form cannot be finished yet: {number} of its questions still need an answer, or another one. What you entered is kept.",
    "answers-finished": "These answers were finished meanwhile. Open them again; what you want to change becomes a correction.",
    "answers-too-long": "All answers together are longer than {most} characters. Shorten the longest one; what you entered is kept.",
    "form-unusable": "This workbook was not taken over: {number} things in it have to be changed first.",
    "form-already-there": "“{title}” is here already, exactly as in this workbook. Nothing was changed.",
    "form-too-large": "This form is too large to be stored. Split it into two workbooks.",
}


def sentence(error: UserError) -> str:
    """Return the sentence for `error`; every key in use has one (a test checks)."""
    found = SENTENCES.get(error.key) or DELIVERY_SENTENCES[error.key]
    return found.format(**error.values)
