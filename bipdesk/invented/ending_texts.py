"""What is said in the reviews of the invented programme."""

from bipdesk.domain.review import ReviewWords

SAID = (
    ReviewWords(
        changed="I leave the room before I shout, and I say that I will be back in an hour. I do come back.",
        hard="Fridays, when money is short.",
        plans="Go on with the control log once a week. See my brother on Sundays.",
        participation="Spoke without being asked from the second module on; gave the others plain answers.",
        responsibility="Tells what he did from beginning to end and leaves out the “but”.",
        goals="Two of three reached; the third goes on.",
        order="Runs for another half year; no breach.",
        contact="Kept every appointment, on time.",
        concerns="None today. Stays in touch until the order ends.",
    ),
    ReviewWords(
        changed="I know when it begins: in the shoulders. Then I stop and count.",
        hard="When somebody at work makes me look small.",
        plans="Ask my foreman for the early shift. Keep away from the pub on pay day.",
        participation="Quiet at first, steady later. Did all of the homework but two.",
        responsibility="Names most of it. Sometimes speaks of “it happened” and corrects himself.",
        goals="One reached, one changed.",
        order="Conditions met so far.",
        contact="Missed one appointment with notice.",
        concerns="Work is uncertain; he is to call when it changes.",
    ),
    ReviewWords(
        changed="I ask before I decide things that are not mine to decide.",
        hard="Waiting for an answer.",
        plans="One evening a week with the children's football club, as agreed.",
        participation="Helped newcomers to find their way in.",
        responsibility="Takes it without being pressed, also for what the court never heard of.",
        goals="All three reached.",
        order="Ends in two months.",
        contact="Regular.",
        concerns="None.",
    ),
)
RECOMMENDED = (
    "Go on with the control log until the order ends. Come back at once if old signs return.",
    "Monthly appointment with probation; the log comes along.",
    "The fathers' course in spring.",
)
