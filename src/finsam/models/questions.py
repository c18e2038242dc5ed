"""What to ask where a document does not say: a plain question for every fact, in both languages.

A question names what it is about with ``{it}``, the innermost item of a list that the fact stands
in, and ``{of}``, the item that this one stands in. Names of both stand in :data:`GENERAL` for
when many items lack the same fact.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from finsam.law.text import Text

_QUESTIONS: Final = {
    "orgnr": ("Vilket är förbundets organisationsnummer?", "What is its organisation number?"),
    "seat": ("Var har förbundet sitt säte?", "Where does the förbund have its seat?"),
    "formed": ("Vilken dag bildades förbundet?", "On what day was the förbund formed?"),
    "dissolved": ("Vilken dag upphörde förbundet?", "On what day was the förbund dissolved?"),
    "area": (
        "Vilka kommuner och delar av kommuner hör till samordningsområdet?",
        "Which kommuner and parts of kommuner belong to the area?",
    ),
    "members": ("Vilka är medlemmar?", "Who are the members?"),
    "members.notice_given": (
        "Vilken dag sade {it} upp sitt medlemskap?",
        "On what day did {it} give notice of leaving?",
    ),
    "members.left": (
        "Vilken dag lämnade {it} förbundet?",
        "On what day did {it} leave the förbund?",
    ),
    "complete": ("Vilka listor är fullständiga?", "Which lists are complete?"),
    # 5 and 6 §§
    "contributions": (
        "Vad bidrar var och en med varje år?",
        "What does each one contribute for each year?",
    ),
    "contributions.payer": (
        "Hur stor del av {it} står var och en för?",
        "How much of {it} does each one give?",
    ),
    "contributions.pool": (
        "Lämnas {it} i rollen som kommun eller som region?",
        "Is {it} given in the role of a kommun or of a region?",
    ),
    "agreements": (
        "Hur har medlemmarna kommit överens om att fördela det som de bidrar med?",
        "How have the members agreed to split what they contribute?",
    ),
    "agreements.shares": (
        "Vilken andel har var och en enligt {it}?",
        "What is each one's share in {it}?",
    ),
    "other_income": (
        "Har förbundet några andra inkomster än medlemmarnas bidrag, och i så fall vilka?",
        "Does the förbund have income other than its members' contributions, and if so what?",
    ),
    "other_income.amount": ("Hur stor är {it}?", "How much is {it}?"),
    "other_income.granted": ("Vilken dag beviljades {it}?", "On what day was {it} granted?"),
    # 2 and 7 §§
    "insatser": ("Vilka insatser finansierar förbundet?", "Which insatser does it finance?"),
    "insatser.focus": ("Vilken inriktning har {it}?", "What is {it} directed at?"),
    "insatser.decided": ("Vilken dag beslutades {it}?", "On what day was {it} decided?"),
    "insatser.start": ("Vilken dag började {it}?", "On what day did {it} begin?"),
    "insatser.end": ("Vilken dag slutar {it}?", "On what day does {it} end?"),
    "insatser.until_further_notice": (
        "Pågår {it} tills vidare?",
        "Does {it} go on until further notice?",
    ),
    "insatser.target_group": ("Vem är {it} till för?", "Whom is {it} for?"),
    "insatser.target_group.description": (
        "Hur beskrivs målgruppen för {it}?",
        "How is the target group of {it} described?",
    ),
    "insatser.target_group.needs_coordinated_rehabilitation": (
        "Behöver de som {it} är till för samordnade rehabiliteringsinsatser?",
        "Do those whom {it} is for need coordinated rehabilitation?",
    ),
    "insatser.target_group.needs_from": (
        "Vilka parters rehabilitering behöver de som {it} är till för?",
        "Which parties' rehabilitation do those whom {it} is for need?",
    ),
    "insatser.target_group.age_from": (
        "Från vilken ålder tar {it} emot deltagare?",
        "From what age does {it} take participants?",
    ),
    "insatser.target_group.age_to": (
        "Till vilken ålder tar {it} emot deltagare?",
        "Up to what age does {it} take participants?",
    ),
    "insatser.aims": ("Vad syftar {it} till?", "What is the aim of {it}?"),
    "insatser.principal": ("Vem är huvudman för {it}?", "Who is the principal (huvudman) of {it}?"),
    "insatser.cooperating": ("Vilka samverkar i {it}?", "Who cooperates in {it}?"),
    "insatser.performed_by": ("Vem utför {it}?", "Who carries out {it}?"),
    "insatser.within_joint_responsibility": (
        "Ligger {it} inom parternas samlade ansvarsområde?",
        "Is {it} within the parties' combined field of responsibility?",
    ),
    "insatser.forbundet_does": (
        "Vad beslutar eller gör förbundet självt i {it}?",
        "What does the förbund itself decide or do in {it}?",
    ),
    "insatser.payments": ("Vad betalar förbundet för i {it}?", "What does it pay for in {it}?"),
    "insatser.payments.amount": ("Hur stor är {it}?", "How much is {it}?"),
    "insatser.payments.what": ("Vad avser {it}?", "What is {it} for?"),
    "insatser.area": ("Var bor deltagarna i {it}?", "Where do the participants in {it} live?"),
    "insatser.agreement": (
        "Finns det en skriftlig överenskommelse med dem som utför {it}?",
        "Is there a written agreement with those who carry out {it}?",
    ),
    "insatser.agreement_signed": (
        "Vilken dag undertecknades överenskommelsen om {it}?",
        "On what day was the agreement on {it} signed?",
    ),
    "insatser.evaluated": (
        "Har {it} följts upp och utvärderats?",
        "Has {it} been followed up and evaluated?",
    ),
    # 8 and 9 §§
    "forbundsordningar": (
        "Vilka förbundsordningar har gällt, och från vilken dag?",
        "Which förbundsordningar have applied, and from what day?",
    ),
    "forbundsordningar.applies_from": (
        "Från och med vilken dag gäller {it}?",
        "From what day does {it} apply?",
    ),
    "forbundsordningar.proposed": (
        "Vilken dag lades {it} fram för medlemmarna?",
        "On what day was {it} put to the members?",
    ),
    "forbundsordningar.adopted": (
        "Vilka medlemmar har fastställt {it}, och vilken dag?",
        "Which members have adopted {it}, and on what day?",
    ),
    "forbundsordningar.adopted.day": (
        "Vilken dag fastställde {it} {of}?",
        "On what day did {it} adopt {of}?",
    ),
    "forbundsordningar.covers": (
        "Vilka av punkterna i 9 § tar {it} upp?",
        "Which of the points of section 9 does {it} take up?",
    ),
    "forbundsordningar.covers.name_seat_members_purpose": (
        "Anger {it} förbundets namn, säte, medlemmar och ändamål?",
        "Does {it} state the name, seat, members and purpose of the förbund?",
    ),
    "forbundsordningar.covers.organisation": (
        "Anger {it} hur förbundet är organiserat?",
        "Does {it} state how the förbund is organised?",
    ),
    "forbundsordningar.covers.representation": (
        "Anger {it} antalet ledamöter och ersättare och hur medlemmarna är representerade?",
        "Does {it} state the number of ledamöter and ersättare and whom they represent?",
    ),
    "forbundsordningar.covers.tasks": (
        "Anger {it} vilka uppgifter förbundet har och vad det får besluta?",
        "Does {it} state what tasks the förbund has and what it may decide?",
    ),
    "forbundsordningar.covers.right_to_raise_matters": (
        "Anger {it} om en medlem får väcka ärenden i styrelsen?",
        "Does {it} state whether a member may raise matters with the board?",
    ),
    "forbundsordningar.covers.qualified_majority": (
        "Anger {it} om det krävs kvalificerad majoritet för vissa beslut?",
        "Does {it} state whether some decisions need a qualified majority?",
    ),
    "forbundsordningar.covers.notices": (
        "Anger {it} var förbundets tillkännagivanden anslås?",
        "Does {it} state where the förbund's notices are posted?",
    ),
    "forbundsordningar.covers.shares": (
        "Anger {it} medlemmarnas andelar i tillgångar och skulder och hur kostnaderna fördelas?",
        "Does {it} state the members' shares in assets and debts and how costs are split?",
    ),
    "forbundsordningar.covers.credit_limits": (
        "Anger {it} några gränser för sedvanliga krediter?",
        "Does {it} set limits on customary credits?",
    ),
    "forbundsordningar.covers.insight": (
        "Anger {it} hur medlemmarna styr och följer ekonomin och verksamheten?",
        "Does {it} state how the members direct and follow the economy and the activity?",
    ),
    "forbundsordningar.covers.budget_process": (
        "Anger {it} hur budgeten tas fram?",
        "Does {it} state how the budget is prepared?",
    ),
    "forbundsordningar.covers.auditors_term": (
        "Anger {it} hur länge revisorerna är utsedda?",
        "Does {it} state for how long the auditors are appointed?",
    ),
    "forbundsordningar.covers.joint_auditors": (
        "Anger {it} hur gemensamma revisorer utses?",
        "Does {it} state how joint auditors are appointed?",
    ),
    "forbundsordningar.covers.exit": (
        "Anger {it} vad som gäller när en medlem utträder?",
        "Does {it} state what applies when a member leaves?",
    ),
    "forbundsordningar.covers.liquidation": (
        "Anger {it} vad som gäller vid likvidation, upplösning och skifte?",
        "Does {it} state what applies to liquidation, dissolution and division?",
    ),
    "forbundsordningar.covers.disputes": (
        "Anger {it} hur tvister mellan förbundet och medlemmarna löses?",
        "Does {it} state how disputes between the förbund and its members are settled?",
    ),
    "forbundsordningar.covers.benefits": (
        "Anger {it} hur ersättningar till styrelsen och revisorerna bestäms?",
        "Does {it} state how the fees of the board and the auditors are decided?",
    ),
    "forbundsordningar.covers.other": (
        "Anger {it} något mer som medlemmarna anser nödvändigt?",
        "Does {it} state anything else that the members find necessary?",
    ),
    "forbundsordningar.ledamoter": (
        "Hur många ledamöter har styrelsen enligt {it}?",
        "How many ledamöter does the board have under {it}?",
    ),
    "forbundsordningar.ersattare": (
        "Hur många ersättare har styrelsen enligt {it}?",
        "How many ersättare does the board have under {it}?",
    ),
    "forbundsordningar.board_term_months": (
        "Hur lång mandattid ger {it} styrelsen?",
        "How long a term does {it} give the board?",
    ),
    "forbundsordningar.term_begins": (
        "Vilken dag på året börjar styrelsens mandattid enligt {it}?",
        "On what day of the year does the board's term begin under {it}?",
    ),
    "forbundsordningar.notice_months": (
        "Hur lång uppsägningstid har en medlem enligt {it}?",
        "What period of notice does a member have under {it}?",
    ),
    "forbundsordningar.shares": (
        "Vilken andel i tillgångar och skulder har var och en enligt {it}?",
        "What is each one's share in assets and debts under {it}?",
    ),
    "forbundsordningar.shares_by_contribution": (
        "Fördelar {it} tillgångar, skulder och kostnader efter vad var och en bidrar med?",
        "Does {it} share assets, debts and costs by what each one contributes?",
    ),
    "forbundsordningar.qualified_majority": (
        "Vilka krav på kvalificerad majoritet ställer {it}?",
        "What qualified majorities does {it} demand?",
    ),
    "forbundsordningar.qualified_majority.matters": (
        "Vilka ärenden gäller {it}?",
        "Which matters is {it} for?",
    ),
    "forbundsordningar.qualified_majority.stated_as": (
        "Är {it} uttryckt som en andel, som enighet eller på annat sätt?",
        "Is {it} stated as a fraction, as consensus or otherwise?",
    ),
    "forbundsordningar.qualified_majority.fraction": (
        "Hur stor andel av rösterna krävs enligt {it}?",
        "What fraction of the votes does {it} ask for?",
    ),
    "forbundsordningar.joint_auditors": (
        "Har kommunerna och regionerna gemensamma revisorer enligt {it}?",
        "Do the kommuner and regioner have joint auditors under {it}?",
    ),
    "forbundsordningar.joint_auditors_appointed_by": (
        "Vilken medlem utser de gemensamma revisorerna enligt {it}?",
        "Which member appoints the joint auditors under {it}?",
    ),
    "forbundsordningar.auditors_paid_by": (
        "Vem betalar revisorernas arvoden enligt {it}?",
        "Who pays the auditors' fees under {it}?",
    ),
    "forbundsordningar.notices_posted": (
        "Var anslås förbundets tillkännagivanden enligt {it}?",
        "Where are the förbund's notices posted under {it}?",
    ),
    # 10–19 a §§
    "board": (
        "Vilka sitter i styrelsen, och hur arbetar den?",
        "Who is on the board, and how does it work?",
    ),
    "board.term_start": (
        "Vilken dag började styrelsens mandattid?",
        "On what day did the board's term begin?",
    ),
    "board.term_end": (
        "Vilken dag slutar styrelsens mandattid?",
        "On what day does the board's term end?",
    ),
    "board.seats": (
        "Vilka ledamöter och ersättare har styrelsen?",
        "What ledamöter and ersättare does the board have?",
    ),
    "board.seats.eligibility": (
        "Vad gjorde {it} valbar?",
        "What made {it} eligible?",
    ),
    "board.seats.appointed_by": ("Vem utsåg {it}?", "Who appointed {it}?"),
    "board.seats.appointed": ("Vilken dag utsågs {it}?", "On what day was {it} appointed?"),
    "board.seats.by_newly_elected": (
        "Var det de nyvalda fullmäktige som utsåg {it}?",
        "Was it the newly elected fullmäktige that appointed {it}?",
    ),
    "board.seats.call_order": (
        "I vilken ordning kallas {it} till tjänstgöring?",
        "In what order is {it} called to serve?",
    ),
    "board.seats.ersattare_for": (
        "Vilken ledamot är {it} personlig ersättare för?",
        "For which ledamot is {it} the personal ersättare?",
    ),
    "board.seats.office": (
        "Är {it} ordförande, vice ordförande eller ingetdera?",
        "Is {it} chair, vice chair or neither?",
    ),
    "board.seats.ended_by": (
        "Varför lämnade {it} styrelsen?",
        "Why did {it} leave the board?",
    ),
    "board.director_appointed_by": (
        "Vem har utsett förbundschefen?",
        "Who appointed the director (förbundschefen)?",
    ),
    "board.delegations": (
        "Vad har styrelsen delegerat, och till vem?",
        "What has the board delegated, and to whom?",
    ),
    "board.delegations.matters": ("Vilka ärenden gäller {it}?", "Which matters is {it} for?"),
    "board.delegations.to": ("Vem får besluta enligt {it}?", "Who may decide under {it}?"),
    "board.delegations.reserved": (
        "Omfattar {it} något som styrelsen ska besluta om själv?",
        "Does {it} include anything that the board must decide itself?",
    ),
    "board.delegations.decided": (
        "Vilken dag beslutade styrelsen om {it}?",
        "On what day did the board decide on {it}?",
    ),
    "board.delegations.reported": (
        "Anmäls det som beslutas enligt {it} till styrelsen?",
        "Is what is decided under {it} reported to the board?",
    ),
    "board.goals_decided": (
        "Vilka dagar har styrelsen beslutat om mål och riktlinjer?",
        "On what days has the board decided on goals and guidelines?",
    ),
    "board.remote_decisions": (
        "Vad har styrelsen beslutat om deltagande på distans?",
        "What has the board decided on taking part at a distance?",
    ),
    "board.remote_decisions.decided": ("Vilken dag fattades {it}?", "On what day was {it} made?"),
    "board.remote_decisions.states_extent": (
        "Anger {it} i vilken utsträckning det är tillåtet?",
        "Does {it} state to what extent it is allowed?",
    ),
    "board.remote_decisions.documented": ("Är {it} dokumenterat?", "Is {it} documented?"),
    "board.remote_decisions.sound_only": (
        "Tillåter {it} deltagande med enbart ljud?",
        "Does {it} allow sound without picture?",
    ),
    "board.meetings": (
        "Vilka sammanträden har styrelsen hållit?",
        "What meetings has the board held?",
    ),
    "board.meetings.present": (
        "Hur många ledamöter och tjänstgörande ersättare deltog i {it}?",
        "How many ledamöter and serving ersättare took part in {it}?",
    ),
    "board.meetings.adopts_budget": (
        "Fastställdes budgeten vid {it}?",
        "Was the budget adopted at {it}?",
    ),
    "board.meetings.public": ("Var {it} offentligt?", "Was {it} public?"),
    "board.meetings.announced_as_ordered": (
        "Tillkännagavs {it} så som förbundsordningen anger?",
        "Was {it} announced as the förbundsordning says?",
    ),
    "board.meetings.remote": (
        "Deltog någon i {it} på distans, och i så fall hur?",
        "Did anybody take part in {it} at a distance, and if so how?",
    ),
    "board.meetings.equal_terms": (
        "Deltog alla i {it} på lika villkor?",
        "Did all take part in {it} on equal terms?",
    ),
    "board.meetings.adjusted": (
        "Vilken dag justerades protokollet från {it}?",
        "On what day were the minutes of {it} adjusted (justerades)?",
    ),
    "board.meetings.announced": (
        "Hos vilka medlemmar tillkännagavs justeringen av protokollet från {it}, och vilken dag?",
        "By which members was the adjustment of the minutes of {it} announced, and on what day?",
    ),
    "board.meetings.announced.day": (
        "Vilken dag tillkännagavs justeringen av protokollet från {of} hos {it}?",
        "On what day did {it} announce the adjustment of the minutes of {of}?",
    ),
    "board.meetings.announced_by_forbundet": (
        (
            "Vilken dag tillkännagavs justeringen av protokollet från {it} på förbundets egen "
            "anslagstavla?"
        ),
        (
            "On what day was the adjustment of the minutes of {it} announced on the förbund's own "
            "notice board?"
        ),
    ),
    "board.meetings.adjustments": (
        "Vilka paragrafer i protokollet från {it} justerades omedelbart?",
        "Which parts of the minutes of {it} were adjusted at once?",
    ),
    "board.meetings.adjustments.day": ("Vilken dag gjordes {it}?", "On what day was {it} made?"),
    "board.meetings.adjustments.announced": (
        "Hos vilka medlemmar tillkännagavs {it}, och vilken dag?",
        "By which members was {it} announced, and on what day?",
    ),
    "board.meetings.adjustments.announced.day": (
        "Vilken dag tillkännagavs {of} hos {it}?",
        "On what day did {it} announce {of}?",
    ),
    "board.meetings.adjustments.announced_by_forbundet": (
        "Vilken dag tillkännagavs {it} på förbundets egen anslagstavla?",
        "On what day was {it} announced on the förbund's own notice board?",
    ),
    # 20–26 and 28 §§
    "economy": (
        "Hur sköts förbundets ekonomi och revision?",
        "How are the förbund's economy and audit managed?",
    ),
    "economy.archive_authorities": (
        "Vilken kommuns arkivmyndighet har tillsyn över förbundets arkiv?",
        "Which kommun's archive authority supervises the förbund's archives?",
    ),
    "economy.economy_guidelines": (
        "Har styrelsen riktlinjer för god ekonomisk hushållning?",
        "Does the board have guidelines for good economic management?",
    ),
    "economy.asset_guidelines": (
        "Har styrelsen riktlinjer för medelsförvaltningen?",
        "Does the board have guidelines for how its funds are managed?",
    ),
    "economy.budgets": ("Vilka budgetar har fastställts?", "Which budgets have been adopted?"),
    "economy.budgets.adopted": (
        "Vilken dag fastställdes {it}?",
        "On what day was {it} adopted?",
    ),
    "economy.budgets.adopted_by": ("Vem fastställde {it}?", "Who adopted {it}?"),
    "economy.budgets.members_consulted": (
        "Samrådde styrelsen med medlemmarna om {it}?",
        "Did the board consult the members on {it}?",
    ),
    "economy.budgets.activity_plan": (
        "Innehåller {it} en plan för verksamheten?",
        "Does {it} hold a plan of the activity?",
    ),
    "economy.budgets.financing": (
        "Anger {it} hur verksamheten finansieras?",
        "Does {it} state how the activity is financed?",
    ),
    "economy.budgets.expected_position": (
        "Anger {it} den ekonomiska ställning som väntas vid årets slut?",
        "Does {it} state the economic position expected at the end of the year?",
    ),
    "economy.budgets.financial_goals": (
        "Anger {it} de finansiella målen?",
        "Does {it} state the financial goals?",
    ),
    "economy.budgets.plan_first_year": (
        "Vilket är det första året i den ekonomiska planen i {it}?",
        "What is the first year of the economic plan of {it}?",
    ),
    "economy.budgets.plan_years": (
        "Hur många år omfattar den ekonomiska planen i {it}?",
        "How many years is the economic plan of {it} for?",
    ),
    "economy.budgets.income": (
        "Hur stora är intäkterna i {it}?",
        "How much is the income of {it}?",
    ),
    "economy.budgets.costs": (
        "Hur stora är kostnaderna i {it}?",
        "How much are the costs of {it}?",
    ),
    "economy.budgets.announced": (
        "Vilken dag tillkännagavs det sammanträde som skulle fastställa {it}?",
        "On what day was the meeting that was to adopt {it} announced?",
    ),
    "economy.budgets.on_website": (
        "Fanns förslaget till {it} på webbplatsen?",
        "Was the proposal for {it} on the website?",
    ),
    "economy.budgets.on_website_from": (
        "Från och med vilken dag fanns förslaget till {it} på webbplatsen?",
        "From what day was the proposal for {it} on the website?",
    ),
    "economy.budgets.revised": (
        "Vilka beslut har ändrat {it}?",
        "Which decisions have changed {it}?",
    ),
    "economy.budgets.revised.adopted": (
        "Vilken dag beslutades {it}?",
        "On what day was {it} decided?",
    ),
    "economy.budgets.revised.adopted_by": ("Vem beslutade {it}?", "Who decided {it}?"),
    "economy.budgets.revised.income": (
        "Hur stora är intäkterna efter {it}?",
        "How much is the income after {it}?",
    ),
    "economy.budgets.revised.costs": (
        "Hur stora är kostnaderna efter {it}?",
        "How much are the costs after {it}?",
    ),
    "economy.spending": (
        "Vilka utgifter har beslutats vid sidan av budgeten?",
        "What spending has been decided beside the budget?",
    ),
    "economy.spending.decided": ("Vilken dag fattades {it}?", "On what day was {it} made?"),
    "economy.spending.amount": ("Vilket belopp gäller {it}?", "What amount is {it} for?"),
    "economy.spending.financing_stated": (
        "Anger {it} hur utgiften finansieras?",
        "Does {it} state how it is financed?",
    ),
    "economy.commitments": (
        "Har förbundet ingått borgen, ställt pant eller tagit krediter eller lån?",
        "Has the förbund given sureties or pledges, or taken credits or loans?",
    ),
    "economy.commitments.entered": (
        "Vilken dag ingicks {it}?",
        "On what day was {it} entered into?",
    ),
    "economy.commitments.amount": ("Vilket belopp gäller {it}?", "What amount is {it} for?"),
    "economy.commitments.customary": (
        "Är {it} sedvanligt för verksamheten?",
        "Is {it} customary for the activity?",
    ),
    "economy.commitments.within_forbundsordning": (
        "Ryms {it} inom förbundsordningens gränser?",
        "Does {it} keep within the limits of the förbundsordning?",
    ),
    "economy.annual_reports": (
        "Vilka årsredovisningar har upprättats?",
        "Which annual reports have been drawn up?",
    ),
    "economy.annual_reports.drawn_up": (
        "Vilken dag upprättades {it}?",
        "On what day was {it} drawn up?",
    ),
    "economy.annual_reports.accounting_act": (
        "Vilken redovisningslag följer {it}?",
        "Which accounting act does {it} follow?",
    ),
    "economy.annual_reports.result": (
        "Vad är årets resultat enligt {it}?",
        "What is the year's result according to {it}?",
    ),
    "economy.annual_reports.own_capital": (
        "Hur stort är det egna kapitalet enligt {it}?",
        "How much is the own capital according to {it}?",
    ),
    "economy.interim_reports": (
        "Vilka delårsrapporter har upprättats?",
        "Which interim reports have been drawn up?",
    ),
    "economy.interim_reports.period_end": (
        "Vilken är den sista dagen i {it}?",
        "What is the last day that {it} covers?",
    ),
    "economy.interim_reports.drawn_up": (
        "Vilken dag upprättades {it}?",
        "On what day was {it} drawn up?",
    ),
    "economy.repaid": (
        "Har förbundet betalat tillbaka något till medlemmarna?",
        "Has the förbund paid anything back to its members?",
    ),
    "economy.repaid.amount": (
        "Hur mycket har betalats tillbaka till {it}?",
        "How much has been paid back to {it}?",
    ),
    "economy.repaid.day": (
        "Vilken dag betalades det tillbaka till {it}?",
        "On what day was {it} paid back?",
    ),
    "economy.auditors": ("Vilka revisorer är utsedda?", "Which auditors are appointed?"),
    "economy.auditors.for_members": (
        "För vilka medlemmars räkning granskar {it}?",
        "On which members' account does {it} audit?",
    ),
    "economy.auditors.appointed_by": ("Vem utsåg {it}?", "Who appointed {it}?"),
    "economy.auditors.appointed": (
        "Vilken dag utsågs {it}?",
        "On what day was {it} appointed?",
    ),
    "economy.auditors.by_newly_elected": (
        "Var det de nyvalda fullmäktige som utsåg {it}?",
        "Was it the newly elected fullmäktige that appointed {it}?",
    ),
    "economy.auditors.eligible": ("Är {it} valbar?", "Is {it} eligible?"),
    "economy.auditors.paid_by": ("Vem betalar arvodet till {it}?", "Who pays the fee of {it}?"),
    "economy.audits": ("Vilka år har granskats?", "Which years have been audited?"),
    "economy.audits.reported": (
        "Vilken dag lämnades revisionsberättelsen efter {it}?",
        "On what day was the audit report of {it} given?",
    ),
    "economy.audits.recommends": (
        "Vad säger revisionsberättelsen efter {it} om ansvarsfrihet?",
        "What does the audit report of {it} say of discharge from liability?",
    ),
    "economy.audits.remark": (
        "Riktar revisorerna någon anmärkning efter {it}?",
        "Do the auditors make a remark after {it}?",
    ),
    "economy.audits.remark_reason": (
        "Anger revisorerna skälet för sin anmärkning efter {it}?",
        "Do the auditors state the reason for their remark after {it}?",
    ),
    "economy.audits.sent_to_board": (
        "Har revisionsberättelsen efter {it} lämnats till styrelsen?",
        "Has the audit report of {it} been given to the board?",
    ),
    "economy.audits.sent_to": (
        "Till vilka lämnades revisionsberättelsen efter {it}, och vilken dag?",
        "To whom was the audit report of {it} given, and on what day?",
    ),
    "economy.audits.sent_to.day": (
        "Vilken dag lämnades revisionsberättelsen efter {of} till {it}?",
        "On what day was the audit report of {of} given to {it}?",
    ),
    "economy.audits.minutes_kept": (
        "Förde revisorerna protokoll vid {it}?",
        "Did the auditors keep minutes in {it}?",
    ),
    "economy.audits.minutes_adjusted": (
        "Vilken dag justerades revisorernas protokoll från {it}?",
        "On what day were the auditors' minutes of {it} adjusted (justerades)?",
    ),
    "economy.audits.minutes_announced": (
        (
            "Hos vilka medlemmar tillkännagavs justeringen av revisorernas protokoll från {it}, "
            "och vilken dag?"
        ),
        (
            "By which members was the adjustment of the auditors' minutes of {it} announced, and "
            "on what day?"
        ),
    ),
    "economy.audits.minutes_announced.day": (
        "Vilken dag tillkännagavs justeringen av revisorernas protokoll från {of} hos {it}?",
        "On what day did {it} announce the adjustment of the auditors' minutes of {of}?",
    ),
    "economy.audits.discharge": (
        "Vilka medlemmar har prövat frågan om ansvarsfrihet efter {it}?",
        "Which members have decided on discharge from liability after {it}?",
    ),
    "economy.audits.discharge.decided": (
        "Vilken dag prövade {it} frågan om ansvarsfrihet efter {of}?",
        "On what day did {it} decide on discharge from liability after {of}?",
    ),
    "economy.audits.discharge.granted": (
        "Beviljade {it} ansvarsfrihet efter {of}?",
        "Did {it} grant discharge from liability after {of}?",
    ),
    "economy.appeals": (
        "Har något av förbundets beslut överklagats?",
        "Has any of the förbund's decisions been appealed?",
    ),
    "economy.appeals.announced": (
        "Vilken dag tillkännagavs justeringen av protokollet med det beslut som {it} gäller?",
        (
            "On what day was the adjustment of the minutes with the decision that {it} is about "
            "announced?"
        ),
    ),
    "economy.appeals.received": ("Vilken dag kom {it} in?", "On what day did {it} come in?"),
    "economy.appeals.by": ("Vem har gjort {it}?", "Who has made {it}?"),
    "economy.liquidation": (
        "Har förbundet likviderats, och hur skiftades det som var kvar?",
        "Has the förbund been wound up, and how was what was left divided?",
    ),
    "economy.liquidation.decided": (
        "Vilken dag beslutades likvidationen?",
        "On what day was the winding up decided?",
    ),
    "economy.liquidation.reason": (
        "Varför likviderades förbundet?",
        "Why was the förbund wound up?",
    ),
    "economy.liquidation.liquidator": (
        "Vem verkställer likvidationen?",
        "Who carries out the winding up?",
    ),
    "economy.liquidation.final_accounts": (
        "Vilken dag är slutredovisningen daterad?",
        "On what day are the final accounts dated?",
    ),
    "economy.liquidation.divided": (
        "Vad fick var och en av det som var kvar?",
        "What did each one get of what was left?",
    ),
    "economy.liquidation.divided.amount": (
        "Hur mycket fick {it} av det som var kvar?",
        "How much of what was left did {it} get?",
    ),
    "economy.liquidation.divided.day": (
        "Vilken dag fick {it} sin del av det som var kvar?",
        "On what day did {it} get its part of what was left?",
    ),
    "economy.liquidation.archive_handed_to": (
        "Vem har tagit över arkivet?",
        "Who has taken over the archive?",
    ),
}

QUESTIONS: Final[Mapping[str, Text]] = MappingProxyType(
    {name: Text(*both) for name, both in _QUESTIONS.items()}
)
"""The question for each fact that a document may leave out, by the names that lead to it."""

OTHER: Final = Text("Vad är inte känt om detta?", "What is not known of this?")
"""The question for a place that no document of this version has."""

_MEMBER: Final = ("medlemmen", "the member")
_GENERAL: Final = {
    "members": _MEMBER,
    "contributions": ("bidraget", "the contribution"),
    "agreements": ("överenskommelsen", "the agreement"),
    "other_income": ("inkomsten", "the income"),
    "insatser": ("insatsen", "the insats"),
    "insatser.payments": ("utbetalningen", "the payment"),
    "forbundsordningar": ("förbundsordningen", "the förbundsordning"),
    "forbundsordningar.adopted": _MEMBER,
    "forbundsordningar.qualified_majority": (
        "kravet på kvalificerad majoritet",
        "the demand for a qualified majority",
    ),
    "board.seats": ("ledamoten eller ersättaren", "the ledamot or ersättare"),
    "board.delegations": ("delegationen", "the delegation"),
    "board.remote_decisions": ("beslutet om distans", "the decision on distance"),
    "board.meetings": ("mötet", "the meeting"),
    "board.meetings.announced": _MEMBER,
    "board.meetings.adjustments": ("den omedelbara justeringen", "the immediate adjustment"),
    "board.meetings.adjustments.announced": _MEMBER,
    "economy.budgets": ("budgeten", "the budget"),
    "economy.budgets.revised": ("ändringen av budgeten", "the change of the budget"),
    "economy.spending": ("utgiftsbeslutet", "the spending decision"),
    "economy.commitments": ("åtagandet", "the commitment"),
    "economy.annual_reports": ("årsredovisningen", "the annual report"),
    "economy.interim_reports": ("delårsrapporten", "the interim report"),
    "economy.repaid": _MEMBER,
    "economy.auditors": ("revisorn", "the auditor"),
    "economy.audits": ("granskningen", "the audit"),
    "economy.audits.sent_to": _MEMBER,
    "economy.audits.minutes_announced": _MEMBER,
    "economy.audits.discharge": _MEMBER,
    "economy.appeals": ("överklagandet", "the appeal"),
    "economy.liquidation.divided": _MEMBER,
}

GENERAL: Final[Mapping[str, Text]] = MappingProxyType(
    {name: Text(*both) for name, both in _GENERAL.items()}
)
"""What an item of each list is called when it is not told which, by the names that lead to it."""
