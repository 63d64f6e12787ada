"""The sentences of delivery: what a person reads when something cannot be done, and what to do instead."""

DELIVERY_SENTENCES: dict[str, str] = {
    # catch-ups, credits, breaks
    "catch-ups-used-up": "{number} sessions were made up alone already, which is as many as count ({citation}). Let "
    "him join the same session of another group, or tick that the reason is on file.",
    "catch-up-not-alone": "A missed session is made up in a group here, never alone instead ({citation}). Let him "
    "join the same session of another group.",
    "break-too-long": "A break of more than {most} days needs the name of who approved it and a reason ({citation}).",
    "break-overlaps": "He has a break or leave from {since} already. End that one first, or choose other days.",
    # the register
    "register-disputed": "Lines in which two entries stand against each other: {number}. Say which stands, then close it.",
    "visitor-unsigned": "No confidentiality agreement is signed by: {names} ({citation}). Let them sign and enter the "
    "day, or take them out of the register.",
    "hours-wrong": "A session from {began} to {ended} cannot be. Enter when it began and when it ended.",
    "rule-wrong": "Enter how many minutes may be missed, from 1 to {most}; 0 when it always counts.",
    "guest-refused": "{name} cannot catch up this session here: {reason}.",
    # curricula
    "curriculum-faulty": "It cannot be released yet: {number} things in it have to be changed first. Each stands "
    "beside its field. What you entered is kept.",
    "curriculum-too-long": "All of it together is longer than {most} characters. Shorten the longest aims, or attach "
    "them to their sessions as a file.",
    "curriculum-unknown": "This computer has not got this curriculum, so it cannot be copied. Take in a bundle of the "
    "computer it was made on, or bring the program up to date.",
    "draft-unreadable": "A newer version of the program wrote this draft. Bring the program up to date on this "
    "computer; the draft is kept.",
    "curriculum-not-worded": "A version of your own never changes. Make a new version of it, and write it there.",
    "words-unfit": "{field}: {reason}",
    "session-unknown": "This session is not known on this computer, so nothing can be attached to it.",
    "file-of-other-kind": "This is no whole PDF, PNG or JPEG file, and no plain text of up to 500 kB. Nothing was "
    "attached. Save it as PDF and attach that.",
    "file-elsewhere": "The content of this file is kept on the computer it was attached on. Open it there, or attach it "
    "here again.",
    # 1-2-1s and goals
    "minutes-missing": "Type how many minutes it took, from 1 to {most}.",
    "one-facilitator-twice": "The second facilitator is somebody else. Choose another person, or nobody.",
    "rating-empty": "Choose a step for at least one of the four. What you did not see stays open.",
    "appointment-over": "Somebody has written down already what became of this appointment. It is shown anew.",
    # reviews and endings
    "completion-refused": "He cannot complete yet. {reasons}",
    "completion-needs-two": "A completion is signed by two people on the list under Reviews. Open it there.",
    "exit-not-open": "He is {status}: there is nothing to end here.",
    "transfer-unauthorised": "The supervising authority has to authorise a transfer ({citation}). Enter who did, and when.",
    "exit-taken-back": "This end was taken back already.",
    "newer-referral": "He was referred again since then, so that end stays as it is.",
    "part-not-covered": "“{part}” cannot go: his waiver covers neither this nor another programme. Make a new waiver "
    "under Papers and let him sign it.",
    # groups
    "session-cancelled": "The session of {day} is cancelled and has no register and no sheet. Take back the "
    "cancellation on the group's page if it is held after all.",
    "cancelled-too-late": "This session or one after it was held, or somebody is marked in its register. Clear the "
    "marks first, or leave the dates as they are.",
    "evening-taken": "On {day} the group meets already, or that evening of it is cancelled. Choose another day.",
    "dates-changed": "The dates were changed since you looked. See them as they stand now, then decide again.",
    "cancelled-again": "First take back the cancelled evening of {day}.",
    "group-full": "{taken} of {places} places are taken. A coordinator can let him in all the same and write why.",
    "no-unconvicted-place": "{taken} of {places} places for men without a conviction are taken. A coordinator can let "
    "him in all the same and write why.",
    "places-miscounted": "There are {places} places in all, and more than that for men without a conviction. Enter "
    "how many of the places are for them at most.",
    "entry-closed": "He cannot come in at that session: what comes before it would be passed over. {next}",
    "other-curriculum": "{group} follows {theirs}, and he began with {his}. He stays with what he began with; steps "
    "done elsewhere can only be credited, with somebody's authority.",
    "not-in-group": "He is in no group now. Add him to one from the waiting list.",
    "same-group": "He is in {group} already. Choose another group.",
    "fortnightly-refused": "The rules here want a group every week ({citation}). Choose every week.",
    "distance-unknown": "Every other week is for those who live more than {miles} miles away ({citation}), and how "
    "far he lives is not recorded. Enter the distance on his page under Person.",
    "lives-too-near": "Every other week is for those who live more than {miles} miles away, which is {km} km "
    "({citation}); he lives {distance} km away. Choose a group that meets every week.",
    # calendar
    "calendar-not-written": "The calendar file could not be written there ({reason}). Choose another folder.",
}
