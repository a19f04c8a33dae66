#include "base/grammar.h"

enum { LONGEST = 15 };

struct entry {
    char form[LONGEST + 1];
    uint8_t tag;
};

/* Sorted by form, byte by byte. */
static const struct entry ENTRIES[] = {
    {"!", TAG_PUNCTUATION}, {"\"", TAG_QUOTE}, {"$", TAG_NUMBER}, {"%", TAG_NOUN}, {"&", TAG_COORDINATOR},
    {"'", TAG_QUOTE}, {"'d", TAG_MODAL}, {"'s", TAG_GENITIVE}, {"(", TAG_PUNCTUATION}, {")", TAG_PUNCTUATION},
    {"*", TAG_PUNCTUATION}, {",", TAG_PUNCTUATION}, {"-", TAG_PUNCTUATION}, {".", TAG_PUNCTUATION},
    {"...", TAG_PUNCTUATION}, {"/", TAG_PUNCTUATION}, {":", TAG_PUNCTUATION}, {";", TAG_PUNCTUATION},
    {"?", TAG_PUNCTUATION}, {"[", TAG_PUNCTUATION}, {"]", TAG_PUNCTUATION}, {"a", TAG_DETERMINER},
    {"aboard", TAG_PREPOSITION}, {"about", TAG_PREPOSITION}, {"above", TAG_PREPOSITION}, {"across", TAG_PREPOSITION},
    {"actually", TAG_ADVERB}, {"after", TAG_SUBORDINATOR}, {"again", TAG_ADVERB}, {"against", TAG_PREPOSITION},
    {"ago", TAG_ADVERB}, {"all", TAG_DETERMINER}, {"allegedly", TAG_ADVERB}, {"almost", TAG_ADVERB},
    {"along", TAG_PREPOSITION}, {"alongside", TAG_PREPOSITION}, {"already", TAG_ADVERB}, {"also", TAG_ADVERB},
    {"although", TAG_SUBORDINATOR}, {"always", TAG_ADVERB}, {"am", TAG_BE}, {"amid", TAG_PREPOSITION},
    {"amidst", TAG_PREPOSITION}, {"among", TAG_PREPOSITION}, {"amongst", TAG_PREPOSITION}, {"an", TAG_DETERMINER},
    {"and", TAG_COORDINATOR}, {"another", TAG_DETERMINER}, {"any", TAG_DETERMINER}, {"anybody", TAG_PRONOUN},
    {"anyone", TAG_PRONOUN}, {"anything", TAG_PRONOUN}, {"apart", TAG_PARTICLE}, {"apparently", TAG_ADVERB},
    {"are", TAG_BE}, {"around", TAG_PREPOSITION}, {"as", TAG_PREPOSITION}, {"aside", TAG_PARTICLE},
    {"at", TAG_PREPOSITION}, {"atop", TAG_PREPOSITION}, {"away", TAG_PARTICLE}, {"back", TAG_PARTICLE},
    {"barely", TAG_ADVERB}, {"barring", TAG_PREPOSITION}, {"be", TAG_BE}, {"because", TAG_SUBORDINATOR},
    {"been", TAG_BE}, {"before", TAG_SUBORDINATOR}, {"behind", TAG_PREPOSITION}, {"being", TAG_BE},
    {"below", TAG_PREPOSITION}, {"beneath", TAG_PREPOSITION}, {"beside", TAG_PREPOSITION},
    {"besides", TAG_PREPOSITION}, {"between", TAG_PREPOSITION}, {"beyond", TAG_PREPOSITION}, {"billion", TAG_NUMBER},
    {"billions", TAG_NUMBER}, {"both", TAG_DETERMINER}, {"but", TAG_COORDINATOR}, {"by", TAG_PREPOSITION},
    {"can", TAG_MODAL}, {"certainly", TAG_ADVERB}, {"clearly", TAG_ADVERB}, {"concerning", TAG_PREPOSITION},
    {"could", TAG_MODAL}, {"currently", TAG_ADVERB}, {"despite", TAG_PREPOSITION}, {"did", TAG_DO}, {"do", TAG_DO},
    {"does", TAG_DO}, {"doing", TAG_DO}, {"done", TAG_DO}, {"down", TAG_PARTICLE}, {"dozen", TAG_NUMBER},
    {"dozens", TAG_NUMBER}, {"during", TAG_PREPOSITION}, {"each", TAG_DETERMINER}, {"eight", TAG_NUMBER},
    {"eighteen", TAG_NUMBER}, {"eighty", TAG_NUMBER}, {"either", TAG_DETERMINER}, {"eleven", TAG_NUMBER},
    {"enough", TAG_DETERMINER}, {"especially", TAG_ADVERB}, {"even", TAG_ADVERB}, {"eventually", TAG_ADVERB},
    {"ever", TAG_ADVERB}, {"every", TAG_DETERMINER}, {"everybody", TAG_PRONOUN}, {"everyone", TAG_PRONOUN},
    {"everything", TAG_PRONOUN}, {"except", TAG_PREPOSITION}, {"excluding", TAG_PREPOSITION}, {"far", TAG_ADVERB},
    {"few", TAG_DETERMINER}, {"fewer", TAG_DETERMINER}, {"fifteen", TAG_NUMBER}, {"fifty", TAG_NUMBER},
    {"finally", TAG_ADVERB}, {"first", TAG_ADJECTIVE}, {"five", TAG_NUMBER}, {"following", TAG_PREPOSITION},
    {"for", TAG_PREPOSITION}, {"forth", TAG_PARTICLE}, {"forty", TAG_NUMBER}, {"four", TAG_NUMBER},
    {"fourteen", TAG_NUMBER}, {"from", TAG_PREPOSITION}, {"furthermore", TAG_ADVERB}, {"generally", TAG_ADVERB},
    {"had", TAG_HAVE}, {"half", TAG_DETERMINER}, {"hardly", TAG_ADVERB}, {"has", TAG_HAVE}, {"have", TAG_HAVE},
    {"having", TAG_HAVE}, {"he", TAG_PRONOUN}, {"hence", TAG_ADVERB}, {"her", TAG_POSSESSIVE}, {"here", TAG_ADVERB},
    {"hers", TAG_PRONOUN}, {"herself", TAG_PRONOUN}, {"him", TAG_PRONOUN}, {"himself", TAG_PRONOUN},
    {"his", TAG_POSSESSIVE}, {"how", TAG_QUESTION_WORD}, {"however", TAG_QUESTION_WORD}, {"hundred", TAG_NUMBER},
    {"hundreds", TAG_NUMBER}, {"i", TAG_PRONOUN}, {"if", TAG_SUBORDINATOR}, {"in", TAG_PREPOSITION},
    {"including", TAG_PREPOSITION}, {"indeed", TAG_ADVERB}, {"initially", TAG_ADVERB}, {"inside", TAG_PREPOSITION},
    {"instead", TAG_ADVERB}, {"into", TAG_PREPOSITION}, {"involving", TAG_PREPOSITION}, {"is", TAG_BE},
    {"it", TAG_PRONOUN}, {"its", TAG_POSSESSIVE}, {"itself", TAG_PRONOUN}, {"just", TAG_ADVERB},
    {"largely", TAG_ADVERB}, {"last", TAG_ADJECTIVE}, {"later", TAG_ADVERB}, {"less", TAG_DETERMINER},
    {"lest", TAG_SUBORDINATOR}, {"like", TAG_PREPOSITION}, {"mainly", TAG_ADVERB}, {"many", TAG_DETERMINER},
    {"may", TAG_MODAL}, {"maybe", TAG_ADVERB}, {"me", TAG_PRONOUN}, {"meanwhile", TAG_ADVERB}, {"merely", TAG_ADVERB},
    {"might", TAG_MODAL}, {"million", TAG_NUMBER}, {"millions", TAG_NUMBER}, {"mine", TAG_PRONOUN},
    {"minus", TAG_PREPOSITION}, {"more", TAG_DETERMINER}, {"moreover", TAG_ADVERB}, {"most", TAG_DETERMINER},
    {"mostly", TAG_ADVERB}, {"much", TAG_DETERMINER}, {"must", TAG_MODAL}, {"my", TAG_POSSESSIVE},
    {"myself", TAG_PRONOUN}, {"near", TAG_PREPOSITION}, {"nearly", TAG_ADVERB}, {"neither", TAG_DETERMINER},
    {"never", TAG_NEGATION}, {"next", TAG_ADJECTIVE}, {"nine", TAG_NUMBER}, {"nineteen", TAG_NUMBER},
    {"ninety", TAG_NUMBER}, {"no", TAG_DETERMINER}, {"nobody", TAG_PRONOUN}, {"none", TAG_PRONOUN},
    {"nor", TAG_NEGATION}, {"not", TAG_NEGATION}, {"nothing", TAG_PRONOUN}, {"notwithstanding", TAG_PREPOSITION},
    {"now", TAG_ADVERB}, {"of", TAG_PREPOSITION}, {"off", TAG_PARTICLE}, {"often", TAG_ADVERB},
    {"on", TAG_PREPOSITION}, {"once", TAG_SUBORDINATOR}, {"one", TAG_NUMBER}, {"oneself", TAG_PRONOUN},
    {"only", TAG_ADVERB}, {"onto", TAG_PREPOSITION}, {"opposite", TAG_PREPOSITION}, {"or", TAG_COORDINATOR},
    {"other", TAG_DETERMINER}, {"otherwise", TAG_ADVERB}, {"ought", TAG_MODAL}, {"our", TAG_POSSESSIVE},
    {"ours", TAG_PRONOUN}, {"ourselves", TAG_PRONOUN}, {"out", TAG_PARTICLE}, {"outside", TAG_PREPOSITION},
    {"over", TAG_PREPOSITION}, {"own", TAG_ADJECTIVE}, {"particularly", TAG_ADVERB}, {"past", TAG_PREPOSITION},
    {"pending", TAG_PREPOSITION}, {"per", TAG_PREPOSITION}, {"percent", TAG_NOUN}, {"perhaps", TAG_ADVERB},
    {"plus", TAG_PREPOSITION}, {"possibly", TAG_ADVERB}, {"previously", TAG_ADVERB}, {"probably", TAG_ADVERB},
    {"provided", TAG_SUBORDINATOR}, {"quite", TAG_ADVERB}, {"rarely", TAG_ADVERB}, {"rather", TAG_ADVERB},
    {"really", TAG_ADVERB}, {"recently", TAG_ADVERB}, {"regarding", TAG_PREPOSITION}, {"reportedly", TAG_ADVERB},
    {"same", TAG_ADJECTIVE}, {"scarcely", TAG_ADVERB}, {"scores", TAG_NUMBER}, {"seldom", TAG_ADVERB},
    {"seven", TAG_NUMBER}, {"seventeen", TAG_NUMBER}, {"seventy", TAG_NUMBER}, {"several", TAG_DETERMINER},
    {"shall", TAG_MODAL}, {"she", TAG_PRONOUN}, {"should", TAG_MODAL}, {"since", TAG_SUBORDINATOR},
    {"six", TAG_NUMBER}, {"sixteen", TAG_NUMBER}, {"sixty", TAG_NUMBER}, {"so", TAG_SUBORDINATOR},
    {"some", TAG_DETERMINER}, {"somebody", TAG_PRONOUN}, {"someone", TAG_PRONOUN}, {"something", TAG_PRONOUN},
    {"sometimes", TAG_ADVERB}, {"soon", TAG_ADVERB}, {"still", TAG_ADVERB}, {"such", TAG_DETERMINER},
    {"ten", TAG_NUMBER}, {"than", TAG_PREPOSITION}, {"that", TAG_SUBORDINATOR}, {"the", TAG_DETERMINER},
    {"their", TAG_POSSESSIVE}, {"theirs", TAG_PRONOUN}, {"them", TAG_PRONOUN}, {"themself", TAG_PRONOUN},
    {"themselves", TAG_PRONOUN}, {"then", TAG_ADVERB}, {"there", TAG_THERE}, {"therefore", TAG_ADVERB},
    {"these", TAG_DETERMINER}, {"they", TAG_PRONOUN}, {"third", TAG_ADJECTIVE}, {"thirteen", TAG_NUMBER},
    {"thirty", TAG_NUMBER}, {"this", TAG_DETERMINER}, {"those", TAG_DETERMINER}, {"though", TAG_SUBORDINATOR},
    {"thousand", TAG_NUMBER}, {"thousands", TAG_NUMBER}, {"three", TAG_NUMBER}, {"through", TAG_PREPOSITION},
    {"throughout", TAG_PREPOSITION}, {"thus", TAG_ADVERB}, {"till", TAG_SUBORDINATOR}, {"to", TAG_TO},
    {"today", TAG_ADVERB}, {"together", TAG_ADVERB}, {"tomorrow", TAG_ADVERB}, {"tonight", TAG_ADVERB},
    {"too", TAG_ADVERB}, {"toward", TAG_PREPOSITION}, {"towards", TAG_PREPOSITION}, {"trillion", TAG_NUMBER},
    {"twelve", TAG_NUMBER}, {"twenty", TAG_NUMBER}, {"two", TAG_NUMBER}, {"under", TAG_PREPOSITION},
    {"underneath", TAG_PREPOSITION}, {"unless", TAG_SUBORDINATOR}, {"unlike", TAG_PREPOSITION},
    {"until", TAG_SUBORDINATOR}, {"up", TAG_PARTICLE}, {"upon", TAG_PREPOSITION}, {"us", TAG_PRONOUN},
    {"usually", TAG_ADVERB}, {"versus", TAG_PREPOSITION}, {"very", TAG_ADVERB}, {"via", TAG_PREPOSITION},
    {"vs", TAG_PREPOSITION}, {"was", TAG_BE}, {"we", TAG_PRONOUN}, {"well", TAG_ADVERB}, {"were", TAG_BE},
    {"what", TAG_QUESTION_WORD}, {"whatever", TAG_QUESTION_WORD}, {"when", TAG_SUBORDINATOR},
    {"whenever", TAG_SUBORDINATOR}, {"where", TAG_SUBORDINATOR}, {"whereas", TAG_SUBORDINATOR},
    {"wherever", TAG_SUBORDINATOR}, {"whether", TAG_SUBORDINATOR}, {"which", TAG_RELATIVE},
    {"whichever", TAG_QUESTION_WORD}, {"while", TAG_SUBORDINATOR}, {"whilst", TAG_SUBORDINATOR},
    {"who", TAG_RELATIVE}, {"whoever", TAG_QUESTION_WORD}, {"whom", TAG_RELATIVE}, {"whose", TAG_POSSESSIVE},
    {"why", TAG_QUESTION_WORD}, {"will", TAG_MODAL}, {"with", TAG_PREPOSITION}, {"within", TAG_PREPOSITION},
    {"without", TAG_PREPOSITION}, {"would", TAG_MODAL}, {"yesterday", TAG_ADVERB}, {"yet", TAG_COORDINATOR},
    {"you", TAG_PRONOUN}, {"your", TAG_POSSESSIVE}, {"yours", TAG_PRONOUN}, {"yourself", TAG_PRONOUN},
    {"yourselves", TAG_PRONOUN}, {"£", TAG_NUMBER}, {"¥", TAG_NUMBER}, {"—", TAG_PUNCTUATION}, {"€", TAG_NUMBER},
    {"₴", TAG_NUMBER}, {"₽", TAG_NUMBER},
};

uint8_t grammar_tag(struct text form) {
    if (form.length > LONGEST) return TAG_NONE;
    size_t low = 0, high = sizeof ENTRIES / sizeof *ENTRIES;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = text_compare(form, text_of(ENTRIES[middle].form));
        if (!order) return ENTRIES[middle].tag;
        if (order < 0) high = middle;
        else low = middle + 1;
    }
    return TAG_NONE;
}

struct text grammar_form(size_t i) {
    return i < sizeof ENTRIES / sizeof *ENTRIES ? text_of(ENTRIES[i].form) : TEXT("");
}
